package io.minutebook.planted.domain.second;

/** A subject. */
public record Subject(int number) {}
