package io.minutebook.escalation.domain.cases;

/** Why an engineer gives work back. */
public enum WorkFinding {
    /** The fault lies with the vendor of the terminal. */
    VENDOR,
    OTHER_PROJECT,
    /** Too little is known to work on it. */
    MORE_INFORMATION
}
