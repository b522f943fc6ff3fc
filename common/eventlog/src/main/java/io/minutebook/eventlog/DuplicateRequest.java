package io.minutebook.eventlog;

/** An answer was given under this Idempotency-Key meanwhile; nothing was written. */
public final class DuplicateRequest extends RuntimeException {
    public DuplicateRequest(String key) {
        super("already answered under key " + key, null, false, false);
    }
}
