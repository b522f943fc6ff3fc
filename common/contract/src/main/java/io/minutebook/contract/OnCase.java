package io.minutebook.contract;

/** A published event of a case. */
public interface OnCase extends PublishedEvent {
    /** Which case, and which way through it. */
    CaseHeader on();

    default String caseId() {
        return on().caseId();
    }

    default String caseNumber() {
        return on().caseNumber();
    }

    default String site() {
        return on().site();
    }

    default int cycle() {
        return on().cycle();
    }
}
