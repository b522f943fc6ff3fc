package io.minutebook.plantedplatform.security;

import io.minutebook.plantedplatform.command.Room;
import org.jspecify.annotations.Nullable;

/** A room of the platform that sees another. */
public record SecuritySeesCommand(@Nullable Room other) {}
