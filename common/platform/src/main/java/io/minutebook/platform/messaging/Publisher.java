package io.minutebook.platform.messaging;

import io.minutebook.contract.PublishedEvent;
import io.minutebook.eventlog.StoredEvent;
import org.jspecify.annotations.Nullable;

/**
 * Makes published events of a subject's stored ones. Clock events are published without its help.
 *
 * @param <E> the subject's event family
 */
public interface Publisher<E> {
    Class<E> family();

    String topic();

    /** Returns the event to publish; null where it stays within the service. */
    @Nullable
    PublishedEvent translate(StoredEvent<E> event);
}
