package io.minutebook.planted.record;

import io.minutebook.planted.view.first.ViewSeesApi;

/** A room that sees another. */
public record RecordSeesView(ViewSeesApi other) {}
