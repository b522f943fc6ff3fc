package io.minutebook.contract;

/** A published fact about a call. */
public interface OnCall extends PublishedEvent {
    /** The call, a UUID. */
    String callId();

    /** The call center that has the call. */
    String site();
}
