package io.minutebook.planted.view.second;

import io.minutebook.planted.view.first.ViewSeesApi;

/** A view that sees another. */
public record SeesAnotherView(ViewSeesApi other) {}
