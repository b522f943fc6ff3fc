package io.minutebook.eventlog;

import java.util.UUID;

/** The event was answered before; nothing was written. */
public final class AlreadyHeard extends RuntimeException {
    public AlreadyHeard(UUID eventId) {
        super("event " + eventId + " was heard before", null, false, false);
    }
}
