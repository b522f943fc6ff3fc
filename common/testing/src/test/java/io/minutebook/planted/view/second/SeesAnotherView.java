package io.minutebook.planted.view.second;

import io.minutebook.planted.view.first.SeesCommand;

/** A view that sees another. */
public record SeesAnotherView(SeesCommand other) {}
