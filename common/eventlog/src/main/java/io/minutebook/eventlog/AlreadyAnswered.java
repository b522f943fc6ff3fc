package io.minutebook.eventlog;

/** An answer was given under this Idempotency-Key meanwhile; nothing was written. */
public final class AlreadyAnswered extends RuntimeException {
    public AlreadyAnswered(String key) {
        super("already answered under key " + key, null, false, false);
    }
}
