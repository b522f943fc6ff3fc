package io.minutebook.planted.view.first;

import io.minutebook.planted.api.ApiSeesProcess;
import org.jspecify.annotations.Nullable;

/** A room that sees another. */
public record ViewSeesApi(@Nullable ApiSeesProcess other) {}
