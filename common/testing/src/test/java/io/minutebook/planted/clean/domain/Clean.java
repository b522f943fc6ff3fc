package io.minutebook.planted.clean.domain;

import java.time.Instant;

/** Domain as it should be. */
public record Clean(Instant at) {}
