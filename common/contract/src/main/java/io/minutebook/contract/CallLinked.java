package io.minutebook.contract;

/**
 * The call belongs to this case.
 *
 * @param callId the call, a UUID
 * @param site the call center
 * @param caseId the case, a UUID
 * @param caseNumber the number people read out over the phone, unique across sites
 */
public record CallLinked(String callId, String site, String caseId, String caseNumber) implements OnCall {
    public CallLinked {
        Required.present(callId, "callId");
        Required.present(site, "site");
        Required.present(caseId, "caseId");
        Required.present(caseNumber, "caseNumber");
    }
}
