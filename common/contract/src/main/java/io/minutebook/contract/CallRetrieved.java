package io.minutebook.contract;

/**
 * The agent came back to the waiting customer.
 *
 * @param callId the call, a UUID
 * @param site the call center
 */
public record CallRetrieved(String callId, String site) implements OnCall {
    public CallRetrieved {
        FieldChecks.present(callId, "callId");
        FieldChecks.present(site, "site");
    }
}
