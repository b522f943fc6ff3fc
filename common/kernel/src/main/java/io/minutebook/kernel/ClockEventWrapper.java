package io.minutebook.kernel;

/** An event of a service's own family that is about a clock. */
public interface ClockEventWrapper extends DomainEvent {
    ClockEvent clock();
}
