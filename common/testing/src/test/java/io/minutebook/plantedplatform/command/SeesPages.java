package io.minutebook.plantedplatform.command;

import io.minutebook.pages.Shell;

/** A room of the platform that sees pages. */
public record SeesPages(Shell shell) {}
