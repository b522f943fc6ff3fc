package io.minutebook.cli;

import org.jspecify.annotations.Nullable;

/** The command cannot go on. The message is the one line the user reads; it names what to change. */
public final class Failure extends RuntimeException {
    public Failure(String message) {
        this(message, null);
    }

    public Failure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
