package io.minutebook.contract;

import org.jspecify.annotations.Nullable;

/**
 * The agent asked the customer to wait; the clock of all waiting in the call runs from the first time on.
 *
 * @param callId the call, a UUID
 * @param site the call center
 * @param reason the reason the customer was given
 */
@Event(topics = Topics.INTAKE_CALLS)
public record CallHeld(
        @OffTimeline String callId,
        @OffTimeline String site,
        @Nullable String reason) implements OnCall {
    public CallHeld {
        FieldChecks.present(callId, "callId");
        FieldChecks.present(site, "site");
    }
}
