package io.minutebook.planted.domain.first;

import io.minutebook.planted.domain.second.Subject;
import org.jspecify.annotations.Nullable;

/** A subject that sees another. */
public record SeesAnotherSubject(@Nullable Subject other) {}
