package io.minutebook.planted.policy;

import io.minutebook.planted.stream.SeesView;

/** A room that sees another. */
public record SeesStream(SeesView other) {}
