package io.minutebook.projection;

/** The broker or the database does not answer; what was read is read again. */
final class ProjectionInterrupted extends RuntimeException {
    private static final long serialVersionUID = 1;

    ProjectionInterrupted(String message, Throwable cause) {
        super(message, cause);
    }
}
