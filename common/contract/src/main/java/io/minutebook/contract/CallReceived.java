package io.minutebook.contract;

import org.jspecify.annotations.Nullable;

/**
 * A customer's call was offered to the center; the answer clock runs from here.
 *
 * @param callId the call, a UUID
 * @param site the call center
 * @param line the line or service number that was dialled
 * @param callerNumber the number the call came from; absent where it is withheld
 */
@Event(topics = Topics.INTAKE_CALLS)
public record CallReceived(
        @OffTimeline String callId,
        @OffTimeline String site,
        String line,
        @OffTimeline @Personal @Nullable String callerNumber)
        implements OnCall {
    public CallReceived {
        FieldChecks.present(callId, "callId");
        FieldChecks.present(site, "site");
        FieldChecks.present(line, "line");
    }
}
