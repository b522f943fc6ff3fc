package io.minutebook.plantedplatform.openapi;

import io.minutebook.plantedplatform.command.Room;
import org.jspecify.annotations.Nullable;

/** A room of the platform that sees another. */
public record OpenapiSeesCommand(@Nullable Room other) {}
