package io.minutebook.platform.process;

import io.minutebook.eventlog.StoredEvent;

/**
 * When this happened, then do that: sees the service's own events in the order of the log, from its first event on, each at least once. What it
 * does must stand being done twice. While it throws, it is tried again and sees nothing later.
 *
 * @param <E> the family it watches
 */
public interface Reaction<E> {
    /** The name its position is kept under, for ever. */
    String name();

    Class<E> family();

    void on(StoredEvent<E> event) throws Exception;
}
