package io.minutebook.contract;

import org.jspecify.annotations.Nullable;

/**
 * The call went on to another agent or queue.
 *
 * @param callId the call, a UUID
 * @param site the call center
 * @param to the agent or queue it went to
 * @param reason why
 */
public record CallTransferred(
        String callId, String site, String to, @Nullable String reason) implements OnCall {
    public CallTransferred {
        Required.present(callId, "callId");
        Required.present(site, "site");
        Required.present(to, "to");
    }
}
