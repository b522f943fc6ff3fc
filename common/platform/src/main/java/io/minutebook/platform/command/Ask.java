package io.minutebook.platform.command;

import io.minutebook.eventlog.AppendNotes;
import io.minutebook.eventlog.Heard;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for a command and why.
 *
 * @param person whether somebody does, whose sites then count; else the system itself
 * @param causedBy the event that led to the command, if one did
 * @param heard the place of the same where it is another service's, and is answered once only
 */
record Ask(
        String actor,
        boolean person,
        @Nullable UUID causedBy,
        @Nullable Heard heard,
        AppendNotes.@Nullable Receipt receipt) {
    static final String KEY = Ask.class.getName();
}
