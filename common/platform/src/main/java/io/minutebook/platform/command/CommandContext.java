package io.minutebook.platform.command;

import io.minutebook.eventlog.AppendAttachments;
import io.minutebook.eventlog.InboxKey;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for a command and why.
 *
 * @param person whether somebody does, whose sites then count; else the system itself
 * @param causedBy the event that led to the command, if one did
 * @param inboxKey the place of the same where it is another service's, and is answered once only
 */
record CommandContext(
        String actor,
        boolean person,
        @Nullable UUID causedBy,
        @Nullable InboxKey inboxKey,
        AppendAttachments.@Nullable IdempotencyRecord idempotencyRecord) {
    static final String KEY = CommandContext.class.getName();
}
