package io.minutebook.planted.clean.view;

import io.minutebook.planted.clean.domain.first.First;

/** A view as it should be. */
public record CleanView(First first) {}
