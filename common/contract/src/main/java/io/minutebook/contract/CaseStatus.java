package io.minutebook.contract;

/** How far a case is. */
public enum CaseStatus {
    REGISTERED,
    PREPROCESSED,
    DISPATCHED,
    WITH_VENDOR,
    ACKNOWLEDGED,
    REPLIED,
    ESCALATED,
    PLANNED,
    SUSPENDED,
    RESOLVED,
    RESTORED,
    /** The customer denied the restoration: the next cycle begins. */
    REOPENED,
    CLEARED,
    /** Another system's case, of which only the history is known. */
    IMPORTED;

    /** Returns whether something is still owed to the customer. */
    public boolean open() {
        return this != CLEARED && this != IMPORTED;
    }
}
