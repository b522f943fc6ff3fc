package io.minutebook.contract;

/**
 * Whoever the call went on to has taken it and talks to the customer.
 *
 * @param callId the call, a UUID
 * @param site the call center
 * @param agent who has the call from now on
 */
@Event(topics = Topics.INTAKE_CALLS)
public record CallTransferAnswered(
        @OffTimeline String callId, @OffTimeline String site, String agent) implements OnCall {
    public CallTransferAnswered {
        FieldChecks.present(callId, "callId");
        FieldChecks.present(site, "site");
        FieldChecks.present(agent, "agent");
    }
}
