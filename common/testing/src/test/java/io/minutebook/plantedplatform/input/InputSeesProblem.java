package io.minutebook.plantedplatform.input;

import io.minutebook.plantedplatform.problem.Room;
import org.jspecify.annotations.Nullable;

/** A room of the platform that sees another. */
public record InputSeesProblem(@Nullable Room other) {}
