package io.minutebook.plantedplatform.problem;

import io.minutebook.plantedplatform.security.Room;
import org.jspecify.annotations.Nullable;

/** A room of the platform that sees another. */
public record ProblemSeesSecurity(@Nullable Room other) {}
