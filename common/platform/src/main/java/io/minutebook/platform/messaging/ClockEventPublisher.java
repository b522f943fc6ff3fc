package io.minutebook.platform.messaging;

import io.minutebook.contract.ClockBreached;
import io.minutebook.contract.ClockCorrected;
import io.minutebook.contract.ClockMet;
import io.minutebook.contract.ClockPaused;
import io.minutebook.contract.ClockResumed;
import io.minutebook.contract.ClockStarted;
import io.minutebook.contract.ClockStatus;
import io.minutebook.contract.ClockWarned;
import io.minutebook.contract.ClockWithdrawn;
import io.minutebook.contract.CorrectionReason;
import io.minutebook.contract.PublishedEvent;
import io.minutebook.kernel.ClockEvent;

/** Makes published clock events of stored ones. */
final class ClockEventPublisher {
    private ClockEventPublisher() {}

    static PublishedEvent of(String subject, ClockEvent event) {
        return switch (event) {
            case ClockEvent.ClockStarted e ->
                new ClockStarted(
                        subject, e.clock(), e.round(), e.startedBy(), e.opensAt(), e.warnAt(), e.dueAt(), e.policy());
            case ClockEvent.ClockWarned e -> new ClockWarned(subject, e.clock(), e.round(), e.dueAt());
            case ClockEvent.ClockPaused e -> new ClockPaused(subject, e.clock(), e.round(), e.reason());
            case ClockEvent.ClockResumed e -> new ClockResumed(subject, e.clock(), e.round(), e.warnAt(), e.dueAt());
            case ClockEvent.ClockWithdrawn e ->
                new ClockWithdrawn(subject, e.clock(), e.round(), e.reason(), e.restsOn());
            case ClockEvent.ClockMet e -> new ClockMet(subject, e.clock(), e.round(), e.dueAt(), e.restsOn());
            case ClockEvent.ClockCorrected e ->
                new ClockCorrected(
                        subject,
                        e.clock(),
                        e.round(),
                        ClockStatus.valueOf(e.was().name()),
                        ClockStatus.valueOf(e.now().name()),
                        CorrectionReason.valueOf(e.because().name()),
                        e.dueAt(),
                        e.marginSeconds(),
                        e.restsOn());
            case ClockEvent.ClockBreached e -> new ClockBreached(subject, e.clock(), e.round(), e.dueAt(), e.restsOn());
        };
    }
}
