package io.minutebook.planted.connect;

import io.minutebook.planted.page.PageSeesApi;

/** A room that sees another. */
public record ConnectSeesPage(PageSeesApi other) {}
