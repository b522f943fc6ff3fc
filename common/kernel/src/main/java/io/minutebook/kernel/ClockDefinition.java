package io.minutebook.kernel;

import org.jspecify.annotations.Nullable;

/** A clock that a service runs, and what it is set to where a site sets nothing else. Each subject lists its own as an enum. */
public interface ClockDefinition {
    /** Returns the clock's name, as events and settings have it, for ever. */
    String id();

    /** Returns the name of the event it runs from, where sites set no other. */
    String startsOn();

    /** Returns how long the step may take; null where each start brings a due time of its own. */
    @Nullable
    Limit limit();
}
