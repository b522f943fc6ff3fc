package io.minutebook.planted.clean.domain.first;

import io.minutebook.planted.clean.domain.Clean;

/** A subject as it should be. */
public record First(Clean shared) {}
