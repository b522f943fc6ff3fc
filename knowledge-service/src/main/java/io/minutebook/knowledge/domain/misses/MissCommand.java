package io.minutebook.knowledge.domain.misses;

/** What is done about searches that found nothing. */
public sealed interface MissCommand {
    String missId();

    record RecordMiss(String missId, Question question) implements MissCommand {}
}
