package io.minutebook.contract;

/** How a survey reaches the customer: by e-mail, by SMS, or asked on the phone. */
public enum SurveyMeans {
    EMAIL,
    SMS,
    CALL
}
