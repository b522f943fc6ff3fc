package io.minutebook.contract;

/**
 * An agent took the call.
 *
 * @param callId the call, a UUID
 * @param site the call center
 * @param agent who took it
 */
public record CallAnswered(String callId, String site, String agent) implements OnCall {
    public CallAnswered {
        FieldChecks.present(callId, "callId");
        FieldChecks.present(site, "site");
        FieldChecks.present(agent, "agent");
    }
}
