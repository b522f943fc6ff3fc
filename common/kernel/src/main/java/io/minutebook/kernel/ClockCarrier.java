package io.minutebook.kernel;

/** An event of a service's own family that is about a clock. */
public interface ClockCarrier extends Occurrence {
    ClockEvent clock();
}
