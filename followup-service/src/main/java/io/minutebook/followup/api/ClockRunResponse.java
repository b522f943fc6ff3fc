package io.minutebook.followup.api;

import io.minutebook.followup.record.ClockRun;
import io.minutebook.followup.record.SiteTime;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One round of a clock with its verdict.
 *
 * @param dueMinute the last minute that still meets the limit
 * @param verdict RUNNING, PAUSED, MET, BREACHED, or WITHDRAWN where the step is no longer owed
 * @param withdrawnAt when it was withdrawn, {@code withdrawnBecause} why; absent where it was not
 * @param taken when the step was taken that the clock waits for; absent while it is not
 * @param marginSeconds what was left of the limit then; negative where it was broken
 * @param restsOn the events the verdict rests on
 */
record ClockRunResponse(
        String clock,
        int round,
        int cycle,
        String service,
        String subject,
        UUID startedBy,
        String startedAt,
        String startedMinute,
        @Nullable String opensAt,
        @Nullable String warnAt,
        String dueAt,
        String dueMinute,
        String verdict,
        @Nullable String taken,
        @Nullable String takenMinute,
        @Nullable Long marginSeconds,
        List<UUID> restsOn,
        List<PauseAnswer> pauses,
        String policy,
        @Nullable String withdrawnAt,
        @Nullable String withdrawnBecause) {
    /** @param until absent while it lasts */
    record PauseAnswer(String from, @Nullable String until, String reason) {}

    static ClockRunResponse of(ClockRun run, SiteTime wall) {
        Duration margin = run.margin();
        return new ClockRunResponse(
                run.clock(),
                run.round(),
                run.cycle(),
                run.service(),
                run.subject(),
                run.startedBy(),
                wall.exact(run.startedAt()),
                wall.minute(run.startedAt()),
                wall.exactOf(run.opensAt()),
                wall.exactOf(run.warnAt()),
                wall.exact(run.dueAt()),
                wall.minute(run.dueAt()),
                run.state().name(),
                wall.exactOf(run.takenAt()),
                wall.minuteOf(run.takenAt()),
                margin == null ? null : margin.toSeconds(),
                run.restsOn(),
                run.pauses().stream()
                        .map(pause ->
                                new PauseAnswer(wall.exact(pause.from()), wall.exactOf(pause.until()), pause.reason()))
                        .toList(),
                run.policy(),
                wall.exactOf(run.withdrawn() ? run.verdictAt() : null),
                run.reason());
    }
}
