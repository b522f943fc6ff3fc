package io.minutebook.contract;

/** Support tiers that a case reaches by being escalated: the first line, its experts, project manager and partners. */
public enum Tier {
    L1,
    L2,
    L3
}
