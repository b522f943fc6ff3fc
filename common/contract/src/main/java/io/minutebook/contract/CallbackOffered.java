package io.minutebook.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The agent offered to call back rather than let the customer wait on, which meets the clock of all waiting in the call.
 *
 * @param callId the call, a UUID
 * @param site the call center
 * @param accepted whether the customer wants it
 * @param number the number to call back
 * @param dueAt until when the call back was promised
 */
@Event(topics = Topics.INTAKE_CALLS)
public record CallbackOffered(
        @OffTimeline String callId,
        @OffTimeline String site,
        boolean accepted,
        @OffTimeline @Personal @Nullable String number,
        @Nullable Instant dueAt)
        implements OnCall {
    public CallbackOffered {
        FieldChecks.present(callId, "callId");
        FieldChecks.present(site, "site");
    }
}
