package io.minutebook.platform.messaging;

import io.minutebook.eventlog.InboxKey;
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

/** Handles a record: by a command, by nothing where it means nothing or is a repeat, or by parking its case. */
final class RecordHandler {
    private static final Logger LOG = LoggerFactory.getLogger(RecordHandler.class);

    private final MessageDispatcher messageDispatcher;
    private final DeadLetterQueue deadLetterQueue;

    RecordHandler(MessageDispatcher messageDispatcher, DeadLetterQueue deadLetterQueue) {
        this.messageDispatcher = messageDispatcher;
        this.deadLetterQueue = deadLetterQueue;
    }

    /**
     * Returns whether it is done with; false where it can be tried again as it is.
     *
     * @param marks of each source, the last event that was answered from this partition; moved on
     */
    boolean handled(ConsumerRecord<String, byte[]> message, Map<String, LogPosition> marks) {
        @Nullable InboxKey inboxKey;
        try {
            if (!messageDispatcher.listensTo(message)) {
                return true;
            }
            inboxKey = inboxKey(message);
        } catch (IllegalArgumentException e) {
            inboxKey = null;
        }
        if (inboxKey instanceof InboxKey.ByPosition place && !beyond(place, marks)) {
            return true;
        }
        try {
            answer(message, inboxKey);
        } catch (LogUnavailable | ConcurrencyException e) {
            LOG.info("{}-{}@{} waits: {}", message.topic(), message.partition(), message.offset(), e.toString());
            return false;
        }
        if (inboxKey instanceof InboxKey.ByPosition place) {
            marks.put(place.source(), place.at());
        }
        return true;
    }

    private void answer(ConsumerRecord<String, byte[]> message, @Nullable InboxKey inboxKey) {
        if (deadLetterQueue.parkBehind(message, inboxKey)) {
            return;
        }
        try {
            if (inboxKey == null) {
                throw new IllegalArgumentException("the record has no headers that say what it is");
            }
            messageDispatcher.dispatch(message, inboxKey);
        } catch (LogUnavailable | ConcurrencyException e) {
            throw e;
        } catch (Rejected e) {
            deadLetterQueue.park(message, inboxKey, e.code(), e.temporary());
        } catch (RuntimeException e) {
            deadLetterQueue.park(message, inboxKey, e.toString(), false);
        }
    }

    private static boolean beyond(InboxKey.ByPosition place, Map<String, LogPosition> marks) {
        LogPosition mark = marks.get(place.source());
        return mark == null || place.at().compareTo(mark) > 0;
    }

    private static InboxKey inboxKey(ConsumerRecord<String, byte[]> message) {
        LogPosition at = CloudEvent.logPosition(message);
        return at == null
                ? new InboxKey.ByEventId(UUID.fromString(CloudEvent.id(message)))
                : new InboxKey.ByPosition(CloudEvent.source(message), message.topic(), message.partition(), at);
    }
}
