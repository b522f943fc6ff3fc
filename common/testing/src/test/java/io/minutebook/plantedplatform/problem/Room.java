package io.minutebook.plantedplatform.problem;

/** A room of the platform. */
public record Room(int number) {}
