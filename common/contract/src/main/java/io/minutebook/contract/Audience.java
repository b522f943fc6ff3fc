package io.minutebook.contract;

/** Who was told. */
public enum Audience {
    /** Colleagues only; somebody owes the customer a word. */
    STAFF,
    CUSTOMER
}
