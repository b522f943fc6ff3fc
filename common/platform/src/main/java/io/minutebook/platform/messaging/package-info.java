/** Between a service and the topics: the outbox relay, the inbox consumer, dead letters. */
@NullMarked
package io.minutebook.platform.messaging;

import org.jspecify.annotations.NullMarked;
