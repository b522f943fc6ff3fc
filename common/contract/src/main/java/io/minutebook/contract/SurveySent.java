package io.minutebook.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * The customer was asked how satisfied they are; this stops the survey clock.
 *
 * @param on the case
 * @param surveyId the survey, a UUID; never the token in its link
 * @param means how it went out: email, sms or log
 * @param sentTo the address or number it went to
 * @param language its language, a BCP 47 tag
 */
@Event(topics = Topics.FOLLOWUP_CASES)
@Status
public record SurveySent(
        @JsonUnwrapped CaseHeader on,
        @OffTimeline String surveyId,
        @Choice({"email", "sms", "log"}) String means,
        @OffTimeline @Personal @Nullable String sentTo,
        String language)
        implements OnCase {
    public SurveySent {
        FieldChecks.present(on, "on");
        FieldChecks.present(surveyId, "surveyId");
        FieldChecks.present(means, "means");
        FieldChecks.present(language, "language");
    }
}
