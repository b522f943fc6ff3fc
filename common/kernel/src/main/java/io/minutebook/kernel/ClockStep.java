package io.minutebook.kernel;

import java.util.Set;

/** An event that is the step some clocks wait for. Recorded by {@link ClockRecorder#record}, it stops the latest round of each. */
public interface ClockStep extends DomainEvent {
    /** Returns the clocks that this step stops, whether or not they run. */
    Set<? extends ClockDefinition> stops();
}
