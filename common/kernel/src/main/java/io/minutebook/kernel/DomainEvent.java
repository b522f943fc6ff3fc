package io.minutebook.kernel;

import java.time.Instant;

/** Something that happened in the world; {@link #at()} is when, not when the system wrote it down. */
public interface DomainEvent {
    Instant at();
}
