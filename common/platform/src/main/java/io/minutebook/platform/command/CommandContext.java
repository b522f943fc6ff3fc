package io.minutebook.platform.command;

import io.minutebook.eventlog.AppendAttachments;
import io.minutebook.eventlog.InboxKey;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for a command and why.
 *
 * @param actor who asks, as {@link io.minutebook.eventlog.Actor#stored} writes it
 * @param person whether somebody does, whose sites then count; else the system itself
 * @param causedBy the event that led to the command, if one did
 * @param begins whether the stream begins with this command: its id was made a moment ago, so there is nothing to read
 * @param inboxKey the place of the same where it is another service's, and is answered once only
 */
record CommandContext(
        String actor,
        boolean person,
        boolean begins,
        @Nullable UUID causedBy,
        @Nullable InboxKey inboxKey,
        AppendAttachments.@Nullable IdempotencyRecord idempotencyRecord) {
    static final String KEY = CommandContext.class.getName();

    /** Returns the context of a request that is answered once under its key. */
    CommandContext under(AppendAttachments.IdempotencyRecord key) {
        return new CommandContext(actor, person, begins, causedBy, inboxKey, key);
    }

    /** Returns the context for another try, after somebody else was first. */
    CommandContext again() {
        return begins ? new CommandContext(actor, person, false, causedBy, inboxKey, idempotencyRecord) : this;
    }
}
