package io.minutebook.eventlog;

import org.jspecify.annotations.Nullable;

/**
 * Who did something: a person, and the machine that acted for them where one did.
 *
 * @param person a person's name; a client's, service's or clock's own where no person is behind it
 * @param via the machine client that acts for the person; null where they act themselves
 */
public record Actor(String person, @Nullable String via) {
    /** No name holds a control character, so none can pass itself off as another by way of a client. */
    private static final char SEPARATOR = '\u001F';

    /** Returns the text that the log keeps of it. */
    public String stored() {
        return via == null ? person : person + SEPARATOR + via;
    }

    /** Returns what the log's text says. */
    public static Actor of(String stored) {
        int separator = stored.indexOf(SEPARATOR);
        return separator < 0
                ? new Actor(stored, null)
                : new Actor(stored.substring(0, separator), stored.substring(separator + 1));
    }
}
