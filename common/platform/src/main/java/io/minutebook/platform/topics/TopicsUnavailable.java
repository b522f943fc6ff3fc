package io.minutebook.platform.topics;

/** The broker or the database does not answer; what was read is read again. */
final class TopicsUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    TopicsUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
