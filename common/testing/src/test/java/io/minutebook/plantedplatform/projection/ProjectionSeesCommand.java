package io.minutebook.plantedplatform.projection;

import io.minutebook.plantedplatform.command.Room;
import org.jspecify.annotations.Nullable;

/** A room of the platform that sees another. */
public record ProjectionSeesCommand(@Nullable Room other) {}
