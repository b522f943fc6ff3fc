package io.minutebook.bench.kill.judge;

import java.util.UUID;

/** A line of a case's timeline as the ledger shows it; {@code place} counts from the top. */
public record Shown(String caseId, int place, String service, String type, UUID eventId) {
    @Override
    public String toString() {
        return "line " + place + " of case " + caseId + ": " + service + "." + type + " (" + eventId + ")";
    }
}
