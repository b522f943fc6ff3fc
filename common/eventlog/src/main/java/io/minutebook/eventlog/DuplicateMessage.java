package io.minutebook.eventlog;

/** The event was answered before; nothing was written. */
public final class DuplicateMessage extends RuntimeException {
    public DuplicateMessage(InboxKey inboxKey) {
        super(inboxKey + " was answered before", null, false, false);
    }
}
