package io.minutebook.plantedplatform.process;

import io.minutebook.plantedplatform.timer.Room;
import org.jspecify.annotations.Nullable;

/** A room of the platform that sees another. */
public record ProcessSeesTimer(@Nullable Room other) {}
