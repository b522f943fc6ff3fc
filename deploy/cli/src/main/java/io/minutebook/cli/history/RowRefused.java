package io.minutebook.cli.history;

/** A row that cannot be taken; the message says why. */
final class RowRefused extends RuntimeException {
    RowRefused(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
