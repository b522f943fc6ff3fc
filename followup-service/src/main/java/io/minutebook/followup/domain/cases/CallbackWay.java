package io.minutebook.followup.domain.cases;

/** How the customer was asked. */
public enum CallbackWay {
    /** They were called. */
    CALL,
    /** On the very call on which the case was taken and solved. */
    IN_CALL
}
