package io.minutebook.planted.export;

import io.minutebook.planted.page.PageSeesApi;

/** A room that sees another. */
public record ExportSeesPage(PageSeesApi other) {}
