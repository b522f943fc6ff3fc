package io.minutebook.contract;

import org.jspecify.annotations.Nullable;

/**
 * The call is over.
 *
 * @param callId the call, a UUID
 * @param site the call center
 * @param disposition how it ended
 * @param agent who had it last; absent where nobody answered
 * @param caseId the case it was linked to last
 * @param caseNumber the number of that case
 */
@Event(topics = Topics.INTAKE_CALLS)
public record CallEnded(
        @OffTimeline String callId,
        @OffTimeline String site,
        Disposition disposition,
        @Nullable String agent,
        @OffTimeline @Nullable String caseId,
        @OffTimeline @Nullable String caseNumber)
        implements OnCall {
    public CallEnded {
        FieldChecks.present(callId, "callId");
        FieldChecks.present(site, "site");
        FieldChecks.present(disposition, "disposition");
    }
}
