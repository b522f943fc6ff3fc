package io.minutebook.knowledge.domain;

import io.minutebook.kernel.Occurrence;
import java.time.Instant;

/** What became of searches that found nothing. */
public sealed interface MissEvent extends Occurrence {
    /** The knowledge base had nothing to say: a gap to fill. */
    record KnowledgeMissed(Question question, Instant at) implements MissEvent {}
}
