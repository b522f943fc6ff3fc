package io.minutebook.plantedplatform.messaging;

import io.minutebook.plantedplatform.problem.Room;
import org.jspecify.annotations.Nullable;

/** A room of the platform that sees another. */
public record MessagingSeesProblem(@Nullable Room other) {}
