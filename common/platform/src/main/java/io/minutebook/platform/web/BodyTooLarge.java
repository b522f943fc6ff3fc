package io.minutebook.platform.web;

/** A body longer than its address takes. Over HTTP it becomes a 413. */
final class BodyTooLarge extends RuntimeException {
    private final long limit;

    BodyTooLarge(long limit) {
        super("more than " + limit + " bytes", null, false, false);
        this.limit = limit;
    }

    long limit() {
        return limit;
    }
}
