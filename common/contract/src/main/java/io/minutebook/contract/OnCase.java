package io.minutebook.contract;

/** A published fact about a case. */
public interface OnCase extends PublishedEvent {
    /** The case, a UUID. */
    String caseId();

    /** The number people read out over the phone. */
    String caseNumber();
}
