package io.minutebook.plantedplatform.messaging;

import io.minutebook.plantedplatform.security.Room;
import org.jspecify.annotations.Nullable;

/** A room of the platform that sees another. */
public record MessagingSeesSecurity(@Nullable Room other) {}
