package io.minutebook.platform.stream;

import io.minutebook.eventlog.Heard;
import io.minutebook.eventlog.LogPosition;
import io.minutebook.eventlog.LogUnavailable;
import io.minutebook.kernel.Rejected;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers a record: by a command, by nothing where it means nothing or is a repeat, or by parking its case. */
final class Answering {
    private static final Logger LOG = LoggerFactory.getLogger(Answering.class);

    private final Ear ear;
    private final Parking parking;

    Answering(Ear ear, Parking parking) {
        this.ear = ear;
        this.parking = parking;
    }

    /**
     * Answers whether it is done with; false where it can be tried again as it is.
     *
     * @param marks of each source, the last event that was answered from this partition; moved on
     */
    boolean answered(ConsumerRecord<String, byte[]> message, Map<String, LogPosition> marks) {
        @Nullable Heard heard;
        try {
            if (!ear.listensTo(message)) {
                return true;
            }
            heard = heard(message);
        } catch (IllegalArgumentException e) {
            heard = null;
        }
        if (heard instanceof Heard.InOrder place && !beyond(place, marks)) {
            return true;
        }
        try {
            answer(message, heard);
        } catch (LogUnavailable | ConcurrencyException e) {
            LOG.info("{}-{}@{} waits: {}", message.topic(), message.partition(), message.offset(), e.toString());
            return false;
        }
        if (heard instanceof Heard.InOrder place) {
            marks.put(place.source(), place.at());
        }
        return true;
    }

    private void answer(ConsumerRecord<String, byte[]> message, @Nullable Heard heard) {
        if (parking.parkBehind(message, heard)) {
            return;
        }
        try {
            if (heard == null) {
                throw new IllegalArgumentException("the record has no headers that say what it is");
            }
            ear.hear(message, heard);
        } catch (LogUnavailable | ConcurrencyException e) {
            throw e;
        } catch (Rejected e) {
            parking.park(message, heard, e.code());
        } catch (RuntimeException e) {
            parking.park(message, heard, e.toString());
        }
    }

    private static boolean beyond(Heard.InOrder place, Map<String, LogPosition> marks) {
        LogPosition mark = marks.get(place.source());
        return mark == null || place.at().compareTo(mark) > 0;
    }

    private static Heard heard(ConsumerRecord<String, byte[]> message) {
        LogPosition at = CloudEvent.logPosition(message);
        return at == null
                ? new Heard.ById(UUID.fromString(CloudEvent.id(message)))
                : new Heard.InOrder(CloudEvent.source(message), message.topic(), message.partition(), at);
    }
}
