package io.minutebook.platform.messaging;

import io.minutebook.contract.ClockBreached;
import io.minutebook.contract.ClockCorrected;
import io.minutebook.contract.ClockMet;
import io.minutebook.contract.ClockPaused;
import io.minutebook.contract.ClockResumed;
import io.minutebook.contract.ClockStarted;
import io.minutebook.contract.ClockStatus;
import io.minutebook.contract.ClockVerdict;
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
                        e.clockId(),
                        subject,
                        e.clock(),
                        e.round(),
                        e.startedBy(),
                        e.owedAct(),
                        e.owedByRole(),
                        e.owedBy(),
                        e.window().opensAt(),
                        e.window().warnAt(),
                        e.window().dueAt(),
                        e.window().provisional(),
                        e.policy());
            case ClockEvent.ClockWarned e -> new ClockWarned(e.clockId(), subject, e.clock(), e.round(), e.dueAt());
            case ClockEvent.ClockPaused e ->
                new ClockPaused(e.clockId(), subject, e.clock(), e.round(), e.reason(), e.by(), e.until(), e.dueAt());
            case ClockEvent.ClockResumed e ->
                new ClockResumed(e.clockId(), subject, e.clock(), e.round(), e.warnAt(), e.dueAt());
            case ClockEvent.ClockWithdrawn e ->
                new ClockWithdrawn(e.clockId(), subject, e.clock(), e.round(), e.reason(), e.by(), e.restsOn());
            case ClockEvent.ClockMet e ->
                new ClockMet(
                        e.clockId(), subject, e.clock(), e.round(), e.dueAt(), e.act(), e.marginSeconds(), e.restsOn());
            case ClockEvent.ClockBreached e ->
                new ClockBreached(
                        e.clockId(), subject, e.clock(), e.round(), e.dueAt(), e.act(), e.marginSeconds(), e.restsOn());
            case ClockEvent.ClockCorrected e ->
                new ClockCorrected(
                        e.clockId(),
                        subject,
                        e.clock(),
                        e.round(),
                        e.startedBy(),
                        verdict(e.was()),
                        verdict(e.now()),
                        e.window().provisional(),
                        CorrectionReason.valueOf(e.because().name()),
                        e.evidence());
        };
    }

    private static ClockVerdict verdict(ClockEvent.ClockVerdict verdict) {
        return new ClockVerdict(
                ClockStatus.valueOf(verdict.status().name()),
                verdict.at(),
                verdict.dueAt(),
                verdict.act(),
                verdict.marginSeconds(),
                verdict.reason(),
                verdict.restsOn());
    }
}
