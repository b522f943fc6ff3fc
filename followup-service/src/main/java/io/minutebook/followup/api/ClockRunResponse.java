package io.minutebook.followup.api;

import io.minutebook.followup.record.ClockRun;
import io.minutebook.followup.record.SiteTime;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One run of a clock with its verdict.
 *
 * @param clockId the run's id, the same in whatever order steps were entered
 * @param owedByRole who owes the act: a role, and in {@code owedBy} the person or party where one is named
 * @param dueMinute the last minute that still meets the limit
 * @param provisional whether the limit rests on working days that are not announced yet
 * @param verdict RUNNING, PAUSED, MET, BREACHED, or WITHDRAWN where the step is no longer owed
 * @param withdrawnAt when it was withdrawn, {@code withdrawnBecause} why; absent where it was not
 * @param taken when the step was taken that the clock waits for; absent while it is not
 * @param act the event that is the act; absent while it is not done
 * @param marginSeconds what was left of the limit then; negative where it came too late
 * @param restsOn the events the verdict rests on
 * @param corrections what was said of it before more became known, the earliest first
 */
record ClockRunResponse(
        UUID clockId,
        String clock,
        int round,
        int cycle,
        String service,
        String subject,
        String owedByRole,
        @Nullable String owedBy,
        UUID startedBy,
        String startedAt,
        String startedMinute,
        @Nullable String opensAt,
        @Nullable String warnAt,
        String dueAt,
        String dueMinute,
        boolean provisional,
        String verdict,
        @Nullable String taken,
        @Nullable String takenMinute,
        @Nullable UUID act,
        @Nullable Long marginSeconds,
        List<UUID> restsOn,
        List<PauseAnswer> pauses,
        String policy,
        @Nullable String withdrawnAt,
        @Nullable String withdrawnBecause,
        List<CorrectionAnswer> corrections) {
    /**
     * What was said of a clock until more became known.
     *
     * @param was the verdict then, with the limit {@code dueAt} and the margin as they were
     * @param because LATE_ENTRY, COMPLETED, PAUSE_ENTERED or START_MOVED
     * @param evidence what showed it
     * @param correctedBy the event that corrects it, recorded at {@code correctedAt} for {@code actor}
     */
    record CorrectionAnswer(
            String was,
            String dueAt,
            @Nullable Long marginSeconds,
            String because,
            List<String> evidence,
            UUID correctedBy,
            String correctedAt,
            String actor) {}

    /** @param until absent while it lasts */
    record PauseAnswer(String from, @Nullable String until, String reason) {}

    static ClockRunResponse of(ClockRun run, SiteTime wall) {
        Duration margin = run.margin();
        return new ClockRunResponse(
                run.clockId(),
                run.clock(),
                run.round(),
                run.cycle(),
                run.service(),
                run.subject(),
                run.owedByRole(),
                run.owedBy(),
                run.startedBy(),
                wall.exact(run.startedAt()),
                wall.isoMinute(run.startedAt()),
                wall.exactOf(run.opensAt()),
                wall.exactOf(run.warnAt()),
                wall.exact(run.dueAt()),
                wall.isoMinute(run.dueAt()),
                run.provisional(),
                run.state().name(),
                wall.exactOf(run.takenAt()),
                wall.isoMinuteOf(run.takenAt()),
                run.takenBy(),
                margin == null ? null : margin.toSeconds(),
                run.restsOn(),
                run.pauses().stream()
                        .map(pause ->
                                new PauseAnswer(wall.exact(pause.from()), wall.exactOf(pause.until()), pause.reason()))
                        .toList(),
                run.policy(),
                wall.exactOf(run.withdrawn() ? run.verdictAt() : null),
                run.reason(),
                run.earlier().stream()
                        .map(correction -> correction(correction, wall))
                        .toList());
    }

    private static CorrectionAnswer correction(ClockRun.Correction correction, SiteTime wall) {
        Duration margin = correction.margin();
        return new CorrectionAnswer(
                correction.was().name(),
                wall.exact(correction.dueAt()),
                margin == null ? null : margin.toSeconds(),
                correction.because(),
                correction.evidence(),
                correction.correctedBy(),
                wall.exact(correction.correctedAt()),
                correction.actor());
    }
}
