package io.minutebook.planted.view.second;

import io.minutebook.pages.Shell;

/** A view that sees what pages share. */
public record SeesTheShell(Shell shell) {}
