package io.minutebook.plantedplatform.command;

/** A room of the platform. */
public record Room(int number) {}
