package io.minutebook.platform.input;

/** A body longer than its address takes. Over HTTP it becomes a 413. */
public final class BodyTooLarge extends RuntimeException {
    private final long limit;

    BodyTooLarge(long limit) {
        super("more than " + limit + " bytes", null, false, false);
        this.limit = limit;
    }

    public long limit() {
        return limit;
    }
}
