package io.minutebook.platform.command;

import io.minutebook.eventlog.AppendNotes;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for a command and why.
 *
 * @param person whether somebody does, whose sites then count; else the system itself
 * @param causedBy the event that led to the command, if one did
 * @param heard the same, where it is another service's and must be answered once only
 */
record Ask(
        String actor,
        boolean person,
        @Nullable UUID causedBy,
        @Nullable UUID heard,
        AppendNotes.@Nullable Receipt receipt) {
    static final String KEY = Ask.class.getName();
}
