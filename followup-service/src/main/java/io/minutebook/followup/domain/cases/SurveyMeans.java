package io.minutebook.followup.domain.cases;

/** How a survey reaches the customer. */
public enum SurveyMeans {
    EMAIL,
    SMS,
    CALL
}
