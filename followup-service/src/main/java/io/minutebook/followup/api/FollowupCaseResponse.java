package io.minutebook.followup.api;

import io.minutebook.followup.domain.cases.CaseFile;
import io.minutebook.followup.domain.cases.CaseState;
import io.minutebook.followup.domain.cases.NextAttempt;
import io.minutebook.followup.domain.cases.Survey;
import io.minutebook.followup.domain.cases.SurveyMeans;
import io.minutebook.kernel.Clocks;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case as it stands.
 *
 * @param phase open, resolved, restored or cleared
 * @param attempts how often the customer was called in vain, in this cycle and since they were last reached
 * @param nextAttemptFrom from when on to call again, by {@code nextAttemptBy}; absent where nobody needs to
 * @param clocks every run of every clock, the first to start first
 */
record FollowupCaseResponse(
        String caseId,
        String caseNumber,
        String site,
        String channel,
        String type,
        @Nullable String priority,
        String phase,
        int cycle,
        Instant registeredAt,
        @Nullable Instant resolvedAt,
        @Nullable Instant restoredAt,
        @Nullable Instant clearedAt,
        int attempts,
        @Nullable Instant nextAttemptFrom,
        @Nullable Instant nextAttemptBy,
        String customerName,
        String customerPhone,
        List<ClockResponse> clocks,
        List<SurveyResponse> surveys) {
    /** @param clockId the run, by which every event on it names it */
    record ClockResponse(
            UUID clockId,
            String clock,
            int round,
            String status,
            Instant startedAt,
            @Nullable Instant opensAt,
            @Nullable Instant warnAt,
            Instant dueAt) {
        static ClockResponse of(Clocks.ClockRound c) {
            return new ClockResponse(
                    c.clockId(),
                    c.name(),
                    c.round(),
                    word(c.status()),
                    c.startedAt(),
                    c.window().opensAt(),
                    c.warnAt(),
                    c.dueAt());
        }
    }

    /** @param means how it went out; absent until it did @param task whether the follow-up desk is to hand it over */
    record SurveyResponse(
            UUID surveyId, int cycle, @Nullable String means, boolean task, boolean answered) {
        static SurveyResponse of(Survey s, CaseFile file) {
            SurveyMeans means = s.means();
            return new SurveyResponse(
                    s.surveyId(), s.cycle(), means == null ? null : means.name(), file.isTask(s), s.answered());
        }
    }

    static FollowupCaseResponse of(CaseState.Known state, Clocks clocks) {
        CaseFile file = state.file();
        NextAttempt next = file.next();
        return new FollowupCaseResponse(
                file.ref().caseId(),
                file.ref().caseNumber(),
                file.ref().site(),
                file.channel(),
                file.type().name(),
                file.priority(),
                phase(state),
                file.ref().cycle(),
                file.registeredAt(),
                resolvedAt(state),
                restoredAt(state),
                clearedAt(state),
                file.attempts().size(),
                next == null ? null : next.from(),
                next == null ? null : next.until(),
                file.customer().name(),
                file.customer().phone(),
                clocks.inOrder().stream().map(ClockResponse::of).toList(),
                file.surveys().stream()
                        .map(survey -> SurveyResponse.of(survey, file))
                        .toList());
    }

    private static String phase(CaseState.Known state) {
        return switch (state) {
            case CaseState.Open s -> "open";
            case CaseState.Resolved s -> "resolved";
            case CaseState.Restored s -> "restored";
            case CaseState.Cleared s -> "cleared";
        };
    }

    private static @Nullable Instant resolvedAt(CaseState.Known state) {
        CaseState.Resolution resolution = state.resolution();
        return resolution == null ? null : resolution.at();
    }

    private static @Nullable Instant restoredAt(CaseState.Known state) {
        return switch (state) {
            case CaseState.Open s -> null;
            case CaseState.Resolved s -> null;
            case CaseState.Restored s -> s.confirmedAt();
            case CaseState.Cleared s -> s.confirmedAt();
        };
    }

    private static @Nullable Instant clearedAt(CaseState.Known state) {
        return state instanceof CaseState.Cleared s ? s.clearedAt() : null;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
