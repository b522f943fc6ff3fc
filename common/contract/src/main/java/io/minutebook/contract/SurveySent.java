package io.minutebook.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * The customer was asked how satisfied they are: a channel accepted the survey, or somebody reached the customer and asked. This stops the survey
 * clock.
 *
 * @param on the case
 * @param surveyId the survey, a UUID; never the token in its link
 * @param means how it went out
 * @param sentTo the address or number it went to; absent where only the call is known
 * @param messageId the id under which the channel accepted the message, or of the call; absent where there is none
 * @param language its language, a BCP 47 tag
 */
@Event(topics = Topics.FOLLOWUP_CASES, version = 2)
@Status
public record SurveySent(
        @JsonUnwrapped CaseHeader on,
        @OffTimeline String surveyId,
        SurveyMeans means,
        @OffTimeline @Personal @Nullable String sentTo,
        @OffTimeline @Nullable String messageId,
        String language)
        implements OnCase {
    public SurveySent {
        FieldChecks.present(on, "on");
        FieldChecks.present(surveyId, "surveyId");
        FieldChecks.present(means, "means");
        FieldChecks.present(language, "language");
    }
}
