package io.minutebook.platform.messaging;

import io.minutebook.contract.PublishedEvent;
import org.jspecify.annotations.Nullable;

/**
 * Makes a command of a published event of another service. The event is noted as consumed in the transaction of the command's events, so that
 * each is answered once however often it is delivered.
 */
public interface Listener<P extends PublishedEvent> {
    Class<P> eventType();

    /** The command; null where the event means nothing here. */
    @Nullable
    Object command(Message<P> message);
}
