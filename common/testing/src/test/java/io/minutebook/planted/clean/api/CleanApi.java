package io.minutebook.planted.clean.api;

import io.minutebook.planted.clean.domain.first.First;
import io.minutebook.planted.clean.view.CleanView;

/** A room as it should be. */
public record CleanApi(First first, CleanView view) {}
