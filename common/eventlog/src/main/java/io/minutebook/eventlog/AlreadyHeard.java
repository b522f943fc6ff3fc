package io.minutebook.eventlog;

/** The event was answered before; nothing was written. */
public final class AlreadyHeard extends RuntimeException {
    public AlreadyHeard(Heard heard) {
        super(heard + " was answered before", null, false, false);
    }
}
