package io.minutebook.platform.stream;

import io.minutebook.contract.Contract;
import io.minutebook.contract.Published;
import io.minutebook.eventlog.AlreadyHeard;
import io.minutebook.platform.command.Commands;
import io.minutebook.platform.telemetry.TraceHeaders;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.MessageListener;

/** Makes commands of records from the topics, one by one in the order of their partition. */
final class Ear implements MessageListener<String, byte[]> {
    private final Map<Class<? extends Published>, Listener<?>> listeners;
    private final Commands commands;
    private final Parking parking;
    private final TraceHeaders traces;

    Ear(
            Map<Class<? extends Published>, Listener<?>> listeners,
            Commands commands,
            Parking parking,
            TraceHeaders traces) {
        this.listeners = Map.copyOf(listeners);
        this.commands = commands;
        this.parking = parking;
        this.traces = traces;
    }

    @Override
    public void onMessage(ConsumerRecord<String, byte[]> message) {
        Listener<?> listener = Contract.named(CloudEvent.type(message))
                .map(type -> listeners.get(type.record()))
                .orElse(null);
        if (listener == null) {
            return;
        }
        if (parking.waits(message)) {
            parking.park(message, "an earlier record of the same case waits");
            return;
        }
        traces.runWith(
                name -> CloudEvent.header(message, name),
                "hear " + CloudEvent.type(message),
                () -> hear(listener, message));
    }

    private <P extends Published> void hear(Listener<P> listener, ConsumerRecord<String, byte[]> message) {
        Delivery<P> delivery = CloudEvent.read(message, listener.hears());
        Object command = listener.command(delivery);
        if (command == null) {
            return;
        }
        try {
            commands.hear(command, delivery.eventId());
        } catch (AlreadyHeard e) {
            // delivered again: answered once already
        }
    }
}
