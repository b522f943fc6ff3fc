package io.minutebook.eventlog;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The database did not take the work; it can be tried again. */
public final class LogUnavailable extends RuntimeException {
    public LogUnavailable(String what, @Nullable SQLException cause) {
        super(what, cause);
    }
}
