package io.minutebook.knowledge.messaging;

import io.minutebook.contract.KnowledgeMissed;
import io.minutebook.contract.PublishedEvent;
import io.minutebook.contract.Topics;
import io.minutebook.eventlog.StoredEvent;
import io.minutebook.knowledge.domain.misses.MissEvent;
import io.minutebook.platform.messaging.Publisher;
import org.springframework.stereotype.Component;

/** Publishes the searches that found nothing. */
@Component
class MissPublisher implements Publisher<MissEvent> {
    @Override
    public Class<MissEvent> family() {
        return MissEvent.class;
    }

    @Override
    public String topic() {
        return Topics.KNOWLEDGE_ARTICLES;
    }

    @Override
    public PublishedEvent translate(StoredEvent<MissEvent> stored) {
        return switch (stored.event()) {
            case MissEvent.KnowledgeMissed e ->
                new KnowledgeMissed(
                        stored.stream(),
                        e.question().text(),
                        e.question().language(),
                        e.question().product(),
                        stored.site());
        };
    }
}
