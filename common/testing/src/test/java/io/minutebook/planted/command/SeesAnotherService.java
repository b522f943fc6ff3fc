package io.minutebook.planted.command;

import io.minutebook.plantedneighbour.Neighbour;

/** A service that sees another. */
public record SeesAnotherService(Neighbour neighbour) {}
