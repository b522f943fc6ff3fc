package io.minutebook.contract;

/**
 * An agent took the call.
 *
 * @param callId the call, a UUID
 * @param site the call center
 * @param agent who took it
 */
@Event(topics = Topics.INTAKE_CALLS)
public record CallAnswered(
        @OffTimeline String callId, @OffTimeline String site, String agent) implements OnCall {
    public CallAnswered {
        FieldChecks.present(callId, "callId");
        FieldChecks.present(site, "site");
        FieldChecks.present(agent, "agent");
    }
}
