package io.minutebook.kernel;

import java.util.UUID;

/** An event by which a service notes what another one published; to the rules and in the record it goes by the published event's id. */
public interface HeardEvent extends DomainEvent {
    /** Returns the id of the published event. */
    UUID heardFrom();
}
