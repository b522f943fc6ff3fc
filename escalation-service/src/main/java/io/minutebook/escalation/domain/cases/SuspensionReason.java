package io.minutebook.escalation.domain.cases;

/** Why work on a case may stand still, and its clocks with it. */
public enum SuspensionReason {
    CUSTOMER_ABSENT,
    WAITING_FOR_PARTS,
    WAITING_FOR_VENDOR,
    CUSTOMER_REQUEST,
    OTHER
}
