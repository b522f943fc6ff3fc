package io.minutebook.planted.api;

import io.minutebook.planted.process.ProcessSeesMessaging;

/** A room that sees another. */
public record ApiSeesProcess(ProcessSeesMessaging other) {}
