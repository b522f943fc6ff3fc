package io.minutebook.plantedplatform.database;

import io.minutebook.plantedplatform.timer.Room;
import org.jspecify.annotations.Nullable;

/** A room of the platform that sees another. */
public record DatabaseSeesTimer(@Nullable Room other) {}
