package io.minutebook.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * No channel is left that could carry a survey: the follow-up desk hands it over.
 *
 * @param on the case
 * @param surveyId the survey, a UUID; never the token in its link
 */
@Event(topics = Topics.FOLLOWUP_CASES)
@Status
public record SurveyTaskOpened(
        @JsonUnwrapped CaseHeader on, @OffTimeline String surveyId) implements OnCase {
    public SurveyTaskOpened {
        FieldChecks.present(on, "on");
        FieldChecks.present(surveyId, "surveyId");
    }
}
