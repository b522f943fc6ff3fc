package io.minutebook.plantedplatform.timer;

/** A room of the platform. */
public record Room(int number) {}
