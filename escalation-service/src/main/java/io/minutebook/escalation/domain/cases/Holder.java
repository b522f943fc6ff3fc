package io.minutebook.escalation.domain.cases;

/** Who works on a case first and foremost, or who solved it. */
public enum Holder {
    ENGINEER,
    EXPERT,
    MANAGER,
    PARTNER,
    VENDOR
}
