package io.minutebook.planted.page;

import io.minutebook.planted.api.ApiSeesProcess;

/** A room that sees another. */
public record PageSeesApi(ApiSeesProcess other) {}
