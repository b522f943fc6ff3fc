package io.minutebook.followup.domain.cases;

import io.minutebook.kernel.CaseRef;
import io.minutebook.kernel.ClockEvent;
import io.minutebook.kernel.ClockEventWrapper;
import io.minutebook.kernel.DomainEvent;
import io.minutebook.kernel.HeardEvent;
import io.minutebook.kernel.StoredAs;
import java.time.Instant;
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
            implements CaseEvent, HeardEvent {
        @Override
        public UUID heardFrom() {
            return registered;
        }
    }

    /**
     * @param planned the id of escalation's SolutionPlanned
     * @param owed whether the customer is to be called about it: it is a fault, and not cleared
     */
    @StoredAs(value = "PlanNoted", version = 3, oldest = 3)
    record PlanNoted(Instant at, CaseRef ref, UUID planned, boolean owed) implements CaseEvent, HeardEvent {
        @Override
        public UUID heardFrom() {
            return planned;
        }
    }

    /**
     * @param resolved the id of the Resolved of intake or escalation
     * @param tier the highest line it had been escalated to
     * @param solver who solved it; null where nobody is named
     * @param firstLine whether that was the first line
     * @param type what the customer wanted, which says what follows
     */
    @StoredAs(value = "ResolutionNoted", version = 3, oldest = 3)
    record ResolutionNoted(
            Instant at,
            CaseRef ref,
            UUID resolved,
            @Nullable String tier,
            @Nullable String solver,
            boolean firstLine,
            CaseType type)
            implements CaseEvent, HeardEvent {
        @Override
        public UUID heardFrom() {
            return resolved;
        }
    }

    /**
     * @param by who asked the customer
     * @param next when to call again, where the customer was not reached and still is to be
     */
    @StoredAs(value = "CustomerCalledBack", version = 3, oldest = 3)
    record CustomerCalledBack(
            Instant at,
            CaseRef ref,
            String by,
            CallbackWay how,
            boolean reached,
            @Nullable Boolean restored,
            @Nullable String note,
            @Nullable NextAttempt next)
            implements CaseEvent {}

    /** The customer says it works, at or after a resolution of this cycle. */
    @StoredAs(value = "RestorationConfirmed", version = 3, oldest = 3)
    record RestorationConfirmed(
            Instant at,
            CaseRef ref,
            CallbackWay how,
            CaseType type,
            @Nullable String note) implements CaseEvent {}

    /** The customer says it does not work: the case reopens. @param ref with the cycle that failed */
    @StoredAs(value = "RestorationDenied", version = 2, oldest = 2)
    record RestorationDenied(
            Instant at, CaseRef ref, @Nullable String note) implements CaseEvent {}

    /**
     * @param by who cleared it
     * @param tier the highest line it had been escalated to; null where that is not known
     */
    @StoredAs(value = "FaultCleared", version = 3, oldest = 3)
    record FaultCleared(
            Instant at,
            CaseRef ref,
            String by,
            @Nullable String tier,
            @Nullable String note) implements CaseEvent {}

    /**
     * The survey may go out.
     *
     * @param token the secret in the link
     * @param round of the survey clock
     * @param resolved the resolution that the customer is asked about
     */
    @StoredAs(value = "SurveyPrepared", version = 3, oldest = 3)
    record SurveyPrepared(
            Instant at, CaseRef ref, UUID surveyId, String token, String language, int round, UUID resolved)
            implements CaseEvent {}

    /**
     * A channel accepted the survey, or somebody asked the customer.
     *
     * @param resolved the resolution that it asks about
     * @param sentTo the address or number, personal
     * @param messageId the id under which the channel accepted it, or of the call
     */
    @StoredAs(value = "SurveySent", version = 3, oldest = 3)
    record SurveySent(
            Instant at,
            CaseRef ref,
            UUID surveyId,
            UUID resolved,
            SurveyMeans means,
            @Nullable String sentTo,
            @Nullable String messageId,
            String language)
            implements CaseEvent {}

    /** One means did not reach the customer. @param reason why, as a word in kebab case */
    @StoredAs("SurveyDeliveryFailed")
    record SurveyDeliveryFailed(Instant at, CaseRef ref, UUID surveyId, SurveyMeans means, String reason)
            implements CaseEvent {}

    /** No means is left but people. */
    @StoredAs("SurveyTaskOpened")
    record SurveyTaskOpened(Instant at, CaseRef ref, UUID surveyId) implements CaseEvent {}

    /** Somebody saw the link to hand it over; the log says who. */
    @StoredAs("SurveyLinkShown")
    record SurveyLinkShown(Instant at, CaseRef ref, UUID surveyId) implements CaseEvent {}

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
