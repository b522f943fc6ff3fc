package io.minutebook.plantedplatform.messaging;

/** A room of the platform. */
public record Room(int number) {}
