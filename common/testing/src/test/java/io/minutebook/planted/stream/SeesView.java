package io.minutebook.planted.stream;

import io.minutebook.planted.view.first.SeesCommand;

/** A room that sees another. */
public record SeesView(SeesCommand other) {}
