package io.minutebook.platform.security;

import java.util.Locale;
import java.util.Optional;

/** What a person or a machine is in a call center. Every role is held per site. */
public enum Role {
    /** Takes calls and registers cases. */
    AGENT,
    /** Replies to dispatched faults and plans their solution. */
    ENGINEER,
    /** Second line. */
    EXPERT,
    /** Third line, project manager. */
    MANAGER,
    /** Calls customers back, clears cases. */
    FOLLOWUP,
    /** Watches the clocks. */
    SUPERVISOR,
    /** Reads everything, changes nothing. */
    AUDITOR,
    /** Replays and exports the event streams. */
    ANALYST,
    /** Writes the knowledge base. */
    EDITOR,
    /** A system that calls the API and subscribes to the topics. */
    INTEGRATOR,
    /** Runs the installation. */
    ADMIN;

    /** The name tokens carry, in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Role> of(String word) {
        for (Role role : values()) {
            if (role.word().equals(word)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
