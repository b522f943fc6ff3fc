package io.minutebook.plantedplatform.timer;

import io.minutebook.plantedplatform.messaging.Room;
import org.jspecify.annotations.Nullable;

/** A room of the platform that sees another. */
public record TimerSeesMessaging(@Nullable Room other) {}
