package io.minutebook.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * A survey did not reach the customer by one means; another one is tried, and after the last of them people ask.
 *
 * @param on the case
 * @param surveyId the survey, a UUID; never the token in its link
 * @param means the means that failed
 * @param reason why, as a word in kebab case
 */
@Event(topics = Topics.FOLLOWUP_CASES)
@Status
public record SurveyDeliveryFailed(
        @JsonUnwrapped CaseHeader on,
        @OffTimeline String surveyId,
        SurveyMeans means,

        @Choice({"address-malformed", "address-refused", "customer-unreached"})
        String reason)
        implements OnCase {
    public SurveyDeliveryFailed {
        FieldChecks.present(on, "on");
        FieldChecks.present(surveyId, "surveyId");
        FieldChecks.present(means, "means");
        FieldChecks.present(reason, "reason");
    }
}
