package io.minutebook.contract;

/**
 * The agent noted how the customer on the phone feels, so that whoever has them next is prepared and a supervisor can help.
 *
 * @param callId the call, a UUID
 * @param site the call center
 * @param emotion how the customer feels: ANXIOUS, ABUSIVE or, again, CALM
 */
@Event(topics = Topics.INTAKE_CALLS)
public record EmotionNoted(
        @OffTimeline String callId,
        @OffTimeline String site,
        @Choice({"ANXIOUS", "ABUSIVE", "CALM"}) String emotion) implements OnCall {
    public EmotionNoted {
        FieldChecks.present(callId, "callId");
        FieldChecks.present(site, "site");
        FieldChecks.present(emotion, "emotion");
    }
}
