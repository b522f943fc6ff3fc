package io.minutebook.plantedplatform.security;

/** A room of the platform. */
public record Room(int number) {}
