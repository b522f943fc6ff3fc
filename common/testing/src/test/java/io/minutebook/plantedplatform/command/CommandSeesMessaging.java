package io.minutebook.plantedplatform.command;

import io.minutebook.plantedplatform.messaging.Room;
import org.jspecify.annotations.Nullable;

/** A room of the platform that sees another. */
public record CommandSeesMessaging(@Nullable Room other) {}
