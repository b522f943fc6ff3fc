package io.minutebook.planted.domain;

import io.minutebook.planted.domain.first.SeesAnotherSubject;
import org.jspecify.annotations.Nullable;

/** What subjects share, and yet sees one. */
public record SeesASubject(@Nullable SeesAnotherSubject other) {}
