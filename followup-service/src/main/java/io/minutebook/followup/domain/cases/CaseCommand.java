package io.minutebook.followup.domain.cases;

import io.minutebook.kernel.CaseRef;
import io.minutebook.kernel.Stated;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be asked of a case in followup: by the streams of the other services, by people, by its clocks. */
public sealed interface CaseCommand {
    String caseId();

    /** Intake registered the case. */
    record OpenCase(
            CaseRef ref,
            String channel,
            CaseType type,
            @Nullable String priority,
            Customer customer,
            UUID registered,
            Instant at)
            implements CaseCommand {
        @Override
        public String caseId() {
            return ref.caseId();
        }
    }

    /**
     * Escalation determined how the fault will be solved.
     *
     * @param told whether the customer was told already; else they are to be called
     */
    record NotePlan(String caseId, UUID planned, boolean told, Instant at) implements CaseCommand {}

    /**
     * Somebody says it is solved.
     *
     * @param solver who solved it; null where nobody is named
     * @param firstLine whether that was the first line
     */
    record NoteResolution(
            String caseId,
            UUID resolved,
            @Nullable String tier,
            @Nullable String solver,
            boolean firstLine,
            Instant at) implements CaseCommand {}

    /**
     * The customer was called.
     *
     * @param by who asked them
     * @param restored what the customer answered to "is it working again?"; null when not asked
     */
    record CallBackCustomer(
            String caseId,
            String by,
            CallbackWay how,
            boolean reached,
            @Nullable Boolean restored,
            @Nullable String note,
            Stated stated)
            implements CaseCommand {}

    /** The fault is cleared (销障), on the customer's word. */
    record ClearFault(String caseId, String by, @Nullable String note, Stated stated) implements CaseCommand {}

    /** @param invitation what a survey gets if this timer is the one that prepares it */
    record ClockDue(String caseId, String clock, int round, Invitation invitation) implements CaseCommand {}

    /** A channel accepted the survey. @param messageId the id under which it did */
    record NoteSurveySent(
            String caseId,
            UUID surveyId,
            SurveyMeans means,
            String sentTo,
            @Nullable String messageId) implements CaseCommand {}

    /** A channel refused the survey for good. @param reason why, as a word in kebab case */
    record NoteSurveyRefused(String caseId, UUID surveyId, SurveyMeans means, String reason) implements CaseCommand {}

    /** No channel is left that could carry the survey. */
    record OpenSurveyTask(String caseId, UUID surveyId) implements CaseCommand {}

    /** Somebody of the follow-up desk called the customer to ask. @param score what the customer answered, 1 (worst) to 5 (best) */
    record HandOverSurvey(
            String caseId,
            UUID surveyId,
            Contact contact,
            @Nullable Integer score) implements CaseCommand {}

    /** Somebody of the follow-up desk looks at the survey's link, to hand it over. */
    record ShowSurveyLink(String caseId, UUID surveyId) implements CaseCommand {}

    /** @param score 1 (worst) to 5 (best) @param recommend 0 to 10 @param validFor how long a link can be used */
    record AnswerSurvey(
            String caseId,
            String token,
            int score,
            @Nullable Integer recommend,
            @Nullable String comment,
            Duration validFor)
            implements CaseCommand {}

    /** A survey's own id, and the secret in its link. Both are made outside: rules know no chance. */
    record Invitation(UUID surveyId, String token) {}
}
