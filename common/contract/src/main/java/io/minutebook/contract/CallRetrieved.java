package io.minutebook.contract;

/**
 * The agent came back to the waiting customer.
 *
 * @param callId the call, a UUID
 * @param site the call center
 */
@Event(topics = Topics.INTAKE_CALLS)
public record CallRetrieved(
        @OffTimeline String callId, @OffTimeline String site) implements OnCall {
    public CallRetrieved {
        FieldChecks.present(callId, "callId");
        FieldChecks.present(site, "site");
    }
}
