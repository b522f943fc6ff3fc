package io.minutebook.contract;

/** Why an engineer gave work back. */
public enum WorkFinding {
    /** The fault lies with the terminal's vendor. */
    VENDOR,
    OTHER_PROJECT,
    /** Too little is known to work on it. */
    MORE_INFORMATION
}
