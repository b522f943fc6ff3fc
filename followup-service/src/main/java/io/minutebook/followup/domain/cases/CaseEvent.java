package io.minutebook.followup.domain.cases;

import io.minutebook.kernel.ClockEvent;
import io.minutebook.kernel.ClockEventWrapper;
import io.minutebook.kernel.ClockStep;
import io.minutebook.kernel.DomainEvent;
import io.minutebook.kernel.StoredAs;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to a case in followup. The cycle is 1 for the first way through, one more after each denied restoration. */
public sealed interface CaseEvent extends DomainEvent {
    /** The case became known here. @param registered the event by which intake told it */
    @StoredAs("CaseOpened")
    record CaseOpened(
            String caseId,
            String caseNumber,
            String site,
            String channel,
            CaseType type,
            @Nullable String priority,
            Customer customer,
            UUID registered,
            Instant at)
            implements CaseEvent {}

    /** @param planned the event by which escalation told it */
    @StoredAs("PlanNoted")
    record PlanNoted(UUID planned, int cycle, Instant at) implements CaseEvent {}

    /** @param resolved the event by which intake or escalation told it @param tier who solved it */
    @StoredAs("ResolutionNoted")
    record ResolutionNoted(UUID resolved, @Nullable String tier, int cycle, Instant at) implements CaseEvent {}

    @StoredAs("CustomerCalledBack")
    record CustomerCalledBack(
            String caseId,
            String caseNumber,
            String site,
            int cycle,
            boolean reached,
            @Nullable Boolean restored,
            @Nullable String note,
            Instant at)
            implements CaseEvent {}

    /** The customer says it works. */
    @StoredAs("RestorationConfirmed")
    record RestorationConfirmed(
            String caseId,
            String caseNumber,
            String site,
            int cycle,
            @Nullable String note,
            Instant at) implements CaseEvent {}

    /** The customer says it does not work: the case reopens. @param cycle the one that failed */
    @StoredAs("RestorationDenied")
    record RestorationDenied(
            String caseId,
            String caseNumber,
            String site,
            int cycle,
            @Nullable String note,
            Instant at) implements CaseEvent {}

    /** @param tier who had solved it; null where service came back before anybody said so */
    @StoredAs("FaultCleared")
    record FaultCleared(
            String caseId,
            String caseNumber,
            String site,
            int cycle,
            @Nullable String tier,
            @Nullable String note,
            Instant at)
            implements CaseEvent, ClockStep {
        @Override
        public Set<CaseClock> stops() {
            return Set.of(CaseClock.CLEARANCE);
        }
    }

    /** The survey may go out. @param round of the survey clock @param token the secret in the link */
    @StoredAs("SurveyPrepared")
    record SurveyPrepared(UUID surveyId, String token, String language, int cycle, int round, Instant at)
            implements CaseEvent {}

    /** @param means email, sms or log @param sentTo the address or number, personal */
    @StoredAs("SurveySent")
    record SurveySent(
            String caseId,
            String caseNumber,
            String site,
            int cycle,
            UUID surveyId,
            String means,
            String sentTo,
            String language,
            Instant at)
            implements CaseEvent {}

    @StoredAs("SurveyAnswered")
    record SurveyAnswered(
            String caseId,
            String caseNumber,
            String site,
            int cycle,
            UUID surveyId,
            int score,
            @Nullable Integer recommend,
            @Nullable String comment,
            Instant at)
            implements CaseEvent {}

    record OnClock(ClockEvent clock) implements CaseEvent, ClockEventWrapper {
        @Override
        public Instant at() {
            return clock.at();
        }
    }
}
