package io.minutebook.planted.api;

import io.minutebook.plantedneighbour.Neighbour;

/** A service that sees another. */
public record SeesAnotherService(Neighbour neighbour) {}
