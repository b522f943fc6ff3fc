package io.minutebook.escalation.domain.cases;

/** Who was told. */
public enum Audience {
    STAFF,
    CUSTOMER
}
