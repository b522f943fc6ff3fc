package io.minutebook.escalation.domain.cases;

/** How a fault ended. */
public enum ResolutionOutcome {
    FIXED,
    RECOVERED_BY_ITSELF,
    NO_FAULT_FOUND,
    REMEDY_GIVEN,
    REPAIR_DECLINED;

    /** Returns whether somebody solved it. */
    boolean solved() {
        return this == FIXED || this == REMEDY_GIVEN;
    }
}
