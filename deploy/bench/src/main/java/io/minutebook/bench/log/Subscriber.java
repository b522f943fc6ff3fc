package io.minutebook.bench.log;

import java.util.UUID;

/** Somebody who adds to a case because of another service's event. */
interface Subscriber {
    /**
     * Handles the event once.
     *
     * @param partition the partition in which it was heard
     * @param place its place there, growing
     */
    void hear(UUID stream, int partition, int place) throws Exception;
}
