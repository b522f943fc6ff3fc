package io.minutebook.contract;

/**
 * The call belongs to this case.
 *
 * @param callId the call, a UUID
 * @param site the call center
 * @param caseId the case, a UUID
 * @param caseNumber the number people read out over the phone, unique across sites
 */
@Event(topics = Topics.INTAKE_CALLS)
public record CallLinked(
        @OffTimeline String callId,
        @OffTimeline String site,
        @OffTimeline String caseId,
        @OffTimeline String caseNumber)
        implements OnCall {
    public CallLinked {
        FieldChecks.present(callId, "callId");
        FieldChecks.present(site, "site");
        FieldChecks.present(caseId, "caseId");
        FieldChecks.present(caseNumber, "caseNumber");
    }
}
