package io.minutebook.planted.messaging;

import io.minutebook.planted.view.first.ViewSeesApi;

/** A room that sees another. */
public record MessagingSeesView(ViewSeesApi other) {}
