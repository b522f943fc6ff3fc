package io.minutebook.platform.command;

/** An Idempotency-Key came a second time with another request. Over HTTP: 422 with code {@code idempotency-key-reused}. */
public final class IdempotencyKeyReused extends RuntimeException {
    IdempotencyKeyReused(String key) {
        super("the key " + key + " was used for another request", null, false, false);
    }
}
