package io.minutebook.knowledge.domain.misses;

/** Whether a day's miss is on record. */
public sealed interface MissState {
    record Unrecorded() implements MissState {}

    record Recorded() implements MissState {}
}
