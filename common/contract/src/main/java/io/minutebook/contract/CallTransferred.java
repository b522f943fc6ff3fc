package io.minutebook.contract;

import org.jspecify.annotations.Nullable;

/**
 * The call is passed on to another agent or queue; the customer waits until somebody takes it.
 *
 * @param callId the call, a UUID
 * @param site the call center
 * @param to the agent or queue it is to go to
 * @param reason why
 */
@Event(topics = Topics.INTAKE_CALLS)
public record CallTransferred(
        @OffTimeline String callId,
        @OffTimeline String site,
        String to,
        @Nullable String reason) implements OnCall {
    public CallTransferred {
        FieldChecks.present(callId, "callId");
        FieldChecks.present(site, "site");
        FieldChecks.present(to, "to");
    }
}
