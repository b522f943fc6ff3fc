package io.minutebook.planted.domain;

import io.minutebook.planted.api.ApiSeesProcess;
import org.jspecify.annotations.Nullable;

/** A room that sees another. */
public record DomainSeesApi(@Nullable ApiSeesProcess other) {}
