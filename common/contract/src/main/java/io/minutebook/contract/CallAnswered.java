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
        Required.present(callId, "callId");
        Required.present(site, "site");
        Required.present(agent, "agent");
    }
}
