package io.minutebook.plantedneighbour;

/** Something of another service. */
public record Neighbour(String name) {}
