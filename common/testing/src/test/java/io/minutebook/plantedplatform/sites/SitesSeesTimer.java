package io.minutebook.plantedplatform.sites;

import io.minutebook.plantedplatform.timer.Room;
import org.jspecify.annotations.Nullable;

/** A room of the platform that sees another. */
public record SitesSeesTimer(@Nullable Room other) {}
