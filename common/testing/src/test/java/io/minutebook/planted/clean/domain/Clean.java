package io.minutebook.planted.clean.domain;

import io.minutebook.kernel.DomainEvent;
import java.time.Instant;

/** Domain as it should be. */
public record Clean(Instant at) implements DomainEvent {}
