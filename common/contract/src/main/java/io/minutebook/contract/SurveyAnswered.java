package io.minutebook.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * The customer answered the survey.
 *
 * @param on the case
 * @param surveyId the survey, a UUID; never the token in its link
 * @param score satisfaction, 1 (worst) to 5 (best)
 * @param recommend likelihood to recommend, 0 to 10; absent where not answered
 * @param comment in the customer's own words
 */
@Event(topics = Topics.FOLLOWUP_CASES)
@Status
public record SurveyAnswered(
        @JsonUnwrapped CaseHeader on,
        @OffTimeline String surveyId,
        int score,
        @Nullable Integer recommend,
        @Personal @Nullable String comment)
        implements OnCase {
    public SurveyAnswered {
        FieldChecks.present(on, "on");
        FieldChecks.present(surveyId, "surveyId");
    }
}
