package io.minutebook.intake.messaging;

import io.minutebook.contract.CallAnswered;
import io.minutebook.contract.CallEnded;
import io.minutebook.contract.CallHeld;
import io.minutebook.contract.CallLinked;
import io.minutebook.contract.CallReceived;
import io.minutebook.contract.CallRetrieved;
import io.minutebook.contract.CallTransferAnswered;
import io.minutebook.contract.CallTransferred;
import io.minutebook.contract.CallbackOffered;
import io.minutebook.contract.Disposition;
import io.minutebook.contract.EmotionNoted;
import io.minutebook.contract.PublishedEvent;
import io.minutebook.contract.Topics;
import io.minutebook.eventlog.StoredEvent;
import io.minutebook.intake.domain.calls.CallEvent;
import io.minutebook.platform.messaging.Publisher;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What intake publishes of a call. */
@Component
final class CallPublisher implements Publisher<CallEvent> {
    @Override
    public Class<CallEvent> family() {
        return CallEvent.class;
    }

    @Override
    public String topic() {
        return Topics.INTAKE_CALLS;
    }

    @Override
    public @Nullable PublishedEvent translate(StoredEvent<CallEvent> stored) {
        String callId = stored.stream();
        String site = Objects.requireNonNull(stored.site());
        return switch (stored.event()) {
            case CallEvent.CallReceived e -> new CallReceived(callId, site, e.line(), e.callerNumber());
            case CallEvent.CallAnswered e -> new CallAnswered(callId, site, e.agent());
            case CallEvent.CallHeld e -> new CallHeld(callId, site, e.reason());
            case CallEvent.CallRetrieved e -> new CallRetrieved(callId, site);
            case CallEvent.CallbackOffered e -> new CallbackOffered(callId, site, e.accepted(), e.number(), e.dueAt());
            case CallEvent.CallbackDue e -> null;
            case CallEvent.CallTransferred e -> new CallTransferred(callId, site, e.to(), e.reason());
            case CallEvent.CallTransferAnswered e -> new CallTransferAnswered(callId, site, e.agent());
            case CallEvent.CallLinked e -> new CallLinked(callId, site, e.caseId(), e.caseNumber());
            case CallEvent.EmotionNoted e ->
                new EmotionNoted(callId, site, e.emotion().name());
            case CallEvent.CallEnded e ->
                new CallEnded(
                        callId,
                        site,
                        Disposition.valueOf(e.disposition().name()),
                        e.agent(),
                        e.caseId(),
                        e.caseNumber());
            case CallEvent.OnClock e -> null;
        };
    }
}
