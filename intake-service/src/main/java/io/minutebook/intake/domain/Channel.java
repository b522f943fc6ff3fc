package io.minutebook.intake.domain;

/** The way a customer came in. All ways lead to the same kind of case. */
public enum Channel {
    PHONE,
    CHAT,
    WEB,
    EMAIL,
    SMS,
    ON_SITE,
    OTHER
}
