package io.minutebook.plantedplatform;

import io.minutebook.plantedplatform.command.Room;
import org.jspecify.annotations.Nullable;

/** What all rooms share, and yet sees one. */
public record SharedSeesARoom(@Nullable Room other) {}
