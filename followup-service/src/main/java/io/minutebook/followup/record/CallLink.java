package io.minutebook.followup.record;

import org.jspecify.annotations.Nullable;

/** A call and a case it belongs to. */
public record CallLink(String callId, String caseId) implements Comparable<CallLink> {
    /** A case says which call it came from, a call which case it belongs to. */
    public static @Nullable CallLink of(RecordEntry entry, boolean onCall) {
        String other = onCall ? entry.fields().caseId() : entry.fields().callId();
        if (other == null) {
            return null;
        }
        return onCall ? new CallLink(entry.subject(), other) : new CallLink(other, entry.subject());
    }

    @Override
    public int compareTo(CallLink other) {
        int byCall = callId.compareTo(other.callId);
        return byCall == 0 ? caseId.compareTo(other.caseId) : byCall;
    }
}
