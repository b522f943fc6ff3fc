package io.minutebook.planted.clean.domain;

import io.minutebook.kernel.Occurrence;
import java.time.Instant;

/** Domain as it should be. */
public record Clean(Instant at) implements Occurrence {}
