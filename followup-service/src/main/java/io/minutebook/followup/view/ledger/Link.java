package io.minutebook.followup.view.ledger;

import org.jspecify.annotations.Nullable;

/** A call and a case it belongs to. */
record Link(String callId, String caseId) implements Comparable<Link> {
    /** A case says which call it came from, a call which case it belongs to. */
    static @Nullable Link of(LedgerEntry entry, boolean onCall) {
        String other = onCall ? entry.told().caseId() : entry.told().callId();
        if (other == null) {
            return null;
        }
        return onCall ? new Link(entry.subject(), other) : new Link(other, entry.subject());
    }

    @Override
    public int compareTo(Link other) {
        int byCall = callId.compareTo(other.callId);
        return byCall == 0 ? caseId.compareTo(other.caseId) : byCall;
    }
}
