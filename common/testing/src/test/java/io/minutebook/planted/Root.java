package io.minutebook.planted;

/** The composition root. */
public record Root(int number) {}
