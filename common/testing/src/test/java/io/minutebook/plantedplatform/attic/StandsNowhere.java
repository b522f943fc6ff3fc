package io.minutebook.plantedplatform.attic;

/** A class of the platform in no room. */
public record StandsNowhere(int dust) {}
