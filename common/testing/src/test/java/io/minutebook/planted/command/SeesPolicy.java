package io.minutebook.planted.command;

import io.minutebook.planted.policy.SeesStream;

/** A room that sees another. */
public record SeesPolicy(SeesStream other) {}
