package io.minutebook.planted.api;

import io.minutebook.planted.Root;

/** A room that sees the composition root. */
public record SeesTheRoot(Root root) {}
