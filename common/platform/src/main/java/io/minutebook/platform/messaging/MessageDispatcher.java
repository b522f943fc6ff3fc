package io.minutebook.platform.messaging;

import io.minutebook.contract.Catalogue;
import io.minutebook.contract.PublishedEvent;
import io.minutebook.eventlog.DuplicateMessage;
import io.minutebook.eventlog.InboxKey;
import io.minutebook.platform.command.Commands;
import io.minutebook.platform.telemetry.TraceHeaders;
import io.minutebook.projection.CloudEventReader;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Makes commands of records from the topics. */
final class MessageDispatcher {
    private final Map<Class<? extends PublishedEvent>, Listener<?>> listeners;
    private final Commands commands;
    private final TraceHeaders traces;

    MessageDispatcher(
            Map<Class<? extends PublishedEvent>, Listener<?>> listeners, Commands commands, TraceHeaders traces) {
        this.listeners = Map.copyOf(listeners);
        this.commands = commands;
        this.traces = traces;
    }

    /** The topics on which something is said that is listened to here. */
    Set<String> topics() {
        Set<String> topics = new TreeSet<>();
        listeners.keySet().forEach(record -> topics.addAll(Catalogue.topicsOf(record)));
        return topics;
    }

    boolean listensTo(ConsumerRecord<String, byte[]> message) {
        return Catalogue.named(CloudEvent.type(message))
                .map(type -> listeners.containsKey(type.record()))
                .orElse(false);
    }

    /** Returns whether a command was decided; false where the event means nothing here, or was answered before. */
    boolean dispatch(ConsumerRecord<String, byte[]> message, InboxKey inboxKey) {
        Listener<?> listener = Catalogue.named(CloudEvent.type(message))
                .map(type -> listeners.get(type.record()))
                .orElse(null);
        if (listener == null) {
            return false;
        }
        boolean[] decided = new boolean[1];
        traces.runWith(
                name -> CloudEventReader.header(message, name),
                "hear " + CloudEvent.type(message),
                () -> decided[0] = decide(listener, message, inboxKey));
        return decided[0];
    }

    private <P extends PublishedEvent> boolean decide(
            Listener<P> listener, ConsumerRecord<String, byte[]> message, InboxKey inboxKey) {
        Message<P> received = CloudEvent.read(message, listener.eventType());
        Object command = listener.command(received);
        if (command == null) {
            return false;
        }
        try {
            commands.receive(command, received.eventId(), inboxKey);
            return true;
        } catch (DuplicateMessage e) {
            return false;
        }
    }
}
