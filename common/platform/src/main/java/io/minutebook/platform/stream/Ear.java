package io.minutebook.platform.stream;

import io.minutebook.contract.Contract;
import io.minutebook.contract.Published;
import io.minutebook.eventlog.AlreadyHeard;
import io.minutebook.eventlog.Heard;
import io.minutebook.platform.command.Commands;
import io.minutebook.platform.telemetry.TraceHeaders;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Makes commands of records from the topics. */
final class Ear {
    private final Map<Class<? extends Published>, Listener<?>> listeners;
    private final Commands commands;
    private final TraceHeaders traces;

    Ear(Map<Class<? extends Published>, Listener<?>> listeners, Commands commands, TraceHeaders traces) {
        this.listeners = Map.copyOf(listeners);
        this.commands = commands;
        this.traces = traces;
    }

    /** The topics on which something is said that is listened to here. */
    Set<String> topics() {
        Set<String> topics = new TreeSet<>();
        listeners.keySet().forEach(record -> topics.addAll(Contract.topicsOf(record)));
        return topics;
    }

    boolean listensTo(ConsumerRecord<String, byte[]> message) {
        return Contract.named(CloudEvent.type(message))
                .map(type -> listeners.containsKey(type.record()))
                .orElse(false);
    }

    /** Answers whether a command was decided; false where the event means nothing here, or was answered before. */
    boolean hear(ConsumerRecord<String, byte[]> message, Heard heard) {
        Listener<?> listener = Contract.named(CloudEvent.type(message))
                .map(type -> listeners.get(type.record()))
                .orElse(null);
        if (listener == null) {
            return false;
        }
        boolean[] decided = new boolean[1];
        traces.runWith(
                name -> CloudEvent.header(message, name),
                "hear " + CloudEvent.type(message),
                () -> decided[0] = decide(listener, message, heard));
        return decided[0];
    }

    private <P extends Published> boolean decide(
            Listener<P> listener, ConsumerRecord<String, byte[]> message, Heard heard) {
        Delivery<P> delivery = CloudEvent.read(message, listener.hears());
        Object command = listener.command(delivery);
        if (command == null) {
            return false;
        }
        try {
            commands.hear(command, delivery.eventId(), heard);
            return true;
        } catch (AlreadyHeard e) {
            return false;
        }
    }
}
