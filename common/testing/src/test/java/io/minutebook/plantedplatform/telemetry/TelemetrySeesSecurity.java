package io.minutebook.plantedplatform.telemetry;

import io.minutebook.plantedplatform.security.Room;
import org.jspecify.annotations.Nullable;

/** A room of the platform that sees another. */
public record TelemetrySeesSecurity(@Nullable Room other) {}
