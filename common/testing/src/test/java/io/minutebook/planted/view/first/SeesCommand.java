package io.minutebook.planted.view.first;

import io.minutebook.planted.command.SeesPolicy;
import org.jspecify.annotations.Nullable;

/** A room that sees another. */
public record SeesCommand(@Nullable SeesPolicy other) {}
