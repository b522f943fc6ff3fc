package io.minutebook.planted.process;

import io.minutebook.planted.messaging.MessagingSeesView;

/** A room that sees another. */
public record ProcessSeesMessaging(MessagingSeesView other) {}
