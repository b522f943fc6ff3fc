package io.minutebook.contract;

/** Support tiers: the first line, its experts, project manager and partners, and the terminal's vendor. */
public enum Tier {
    L1,
    L2,
    L3,
    VENDOR
}
