package io.minutebook.followup.process;

import io.minutebook.followup.domain.cases.SurveyMeans;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A way by which a survey's link leaves for the customer. */
interface SurveyChannel {
    /** @param language BCP 47 @param link the page on which the customer answers */
    record Letter(
            UUID surveyId,
            String caseNumber,
            String phone,
            @Nullable String email,
            String language,
            String link) {}

    /** What became of a letter. */
    sealed interface Outcome {
        /** It is on its way. @param to the address or number @param messageId the id under which it was accepted */
        record Accepted(String to, @Nullable String messageId) implements Outcome {}

        /** It will never arrive this way. @param reason why, as a word in kebab case */
        record Refused(String reason) implements Outcome {}

        /** The customer has no address of this kind. */
        record NoAddress() implements Outcome {}
    }

    SurveyMeans means();

    /** @throws Exception when it may work later; the same letter is then sent again */
    Outcome send(Letter letter) throws Exception;
}
