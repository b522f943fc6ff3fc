package io.minutebook.followup.domain.cases;

import io.minutebook.kernel.CaseRef;
import io.minutebook.kernel.ClockEvent;
import io.minutebook.kernel.ClockEventWrapper;
import io.minutebook.kernel.ClockStep;
import io.minutebook.kernel.DomainEvent;
import io.minutebook.kernel.StoredAs;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to a case in followup. Each event carries which case it is, so that it can be published as it stands. */
public sealed interface CaseEvent extends DomainEvent {
    /** The case became known here. @param registered the id of intake's CaseRegistered */
    @StoredAs(value = "CaseOpened", version = 2, oldest = 2)
    record CaseOpened(
            Instant at,
            CaseRef ref,
            String channel,
            CaseType type,
            @Nullable String priority,
            Customer customer,
            UUID registered)
            implements CaseEvent {}

    /** @param planned the id of escalation's SolutionPlanned */
    @StoredAs(value = "PlanNoted", version = 2, oldest = 2)
    record PlanNoted(Instant at, CaseRef ref, UUID planned) implements CaseEvent {}

    /** @param resolved the id of the Resolved of intake or escalation @param tier who solved it */
    @StoredAs(value = "ResolutionNoted", version = 2, oldest = 2)
    record ResolutionNoted(
            Instant at,
            CaseRef ref,
            UUID resolved,
            @Nullable String tier) implements CaseEvent {}

    @StoredAs(value = "CustomerCalledBack", version = 2, oldest = 2)
    record CustomerCalledBack(
            Instant at,
            CaseRef ref,
            boolean reached,
            @Nullable Boolean restored,
            @Nullable String note) implements CaseEvent {}

    /** The customer says it works. */
    @StoredAs(value = "RestorationConfirmed", version = 2, oldest = 2)
    record RestorationConfirmed(
            Instant at, CaseRef ref, @Nullable String note) implements CaseEvent {}

    /** The customer says it does not work: the case reopens. @param ref with the cycle that failed */
    @StoredAs(value = "RestorationDenied", version = 2, oldest = 2)
    record RestorationDenied(
            Instant at, CaseRef ref, @Nullable String note) implements CaseEvent {}

    /** @param tier who had solved it; null where service came back before anybody said so */
    @StoredAs(value = "FaultCleared", version = 2, oldest = 2)
    record FaultCleared(
            Instant at,
            CaseRef ref,
            @Nullable String tier,
            @Nullable String note) implements CaseEvent, ClockStep {
        @Override
        public Set<CaseClock> stops() {
            return Set.of(CaseClock.CLEARANCE);
        }
    }

    /** The survey may go out. @param round of the survey clock @param token the secret in the link */
    @StoredAs(value = "SurveyPrepared", version = 2, oldest = 2)
    record SurveyPrepared(Instant at, CaseRef ref, UUID surveyId, String token, String language, int round)
            implements CaseEvent {}

    /** @param means email, sms or log @param sentTo the address or number, personal */
    @StoredAs(value = "SurveySent", version = 2, oldest = 2)
    record SurveySent(Instant at, CaseRef ref, UUID surveyId, String means, String sentTo, String language)
            implements CaseEvent {}

    @StoredAs(value = "SurveyAnswered", version = 2, oldest = 2)
    record SurveyAnswered(
            Instant at,
            CaseRef ref,
            UUID surveyId,
            int score,
            @Nullable Integer recommend,
            @Nullable String comment) implements CaseEvent {}

    record OnClock(ClockEvent clock) implements CaseEvent, ClockEventWrapper {
        @Override
        public Instant at() {
            return clock.at();
        }
    }
}
