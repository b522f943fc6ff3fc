package io.minutebook.knowledge.domain.misses;

import io.minutebook.kernel.DomainEvent;
import io.minutebook.kernel.StoredAs;
import java.time.Instant;

/** What became of searches that found nothing. */
public sealed interface MissEvent extends DomainEvent {
    /** The knowledge base had nothing to say: a gap to fill. */
    @StoredAs("KnowledgeMissed")
    record KnowledgeMissed(Question question, Instant at) implements MissEvent {}
}
