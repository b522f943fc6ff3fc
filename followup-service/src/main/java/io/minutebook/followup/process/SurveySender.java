package io.minutebook.followup.process;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The way a survey's link leaves for the customer. */
interface SurveySender {
    /** @param language BCP 47 @param link the page on which the customer answers */
    record Letter(
            UUID surveyId,
            String caseNumber,
            String phone,
            @Nullable String email,
            String language,
            String link) {}

    /** @param means email, sms or log @param to the address or number */
    record Sent(String means, String to) {}

    /** @throws Exception when it may work later; the same letter is then sent again */
    Sent send(Letter letter) throws Exception;
}
