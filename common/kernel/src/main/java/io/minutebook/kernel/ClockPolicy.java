package io.minutebook.kernel;

/**
 * What a clock is set to at one site, channel and priority.
 *
 * @param startsOn the event that starts it, where sites may choose; else the one the design names
 * @param version names the policy and its version, for the record
 */
public record ClockPolicy(String clock, String startsOn, Limit limit, String version) {}
