package io.minutebook.contract;

/** How a fault ended. */
public enum ResolutionOutcome {
    FIXED,
    /** Service came back and nobody did anything for it. */
    RECOVERED_BY_ITSELF,
    NO_FAULT_FOUND,
    /** The customer got something instead of a repair, such as a replacement. */
    REMEDY_GIVEN,
    /** The customer did not want the repair. */
    REPAIR_DECLINED
}
