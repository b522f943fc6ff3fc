package io.minutebook.intake.domain.cases;

import io.minutebook.intake.domain.cases.CaseFile.Promise;
import io.minutebook.kernel.ClockRecorder;
import io.minutebook.kernel.Clocks;
import io.minutebook.kernel.Decision;
import io.minutebook.kernel.Rejected;
import io.minutebook.kernel.StepTime;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** The rules of what is promised to a customer: each promise has its own round of the promise clock. */
final class Promises {
    private static final Duration FURTHEST = Duration.ofDays(366);

    private Promises() {}

    static void make(CaseCommand.MakePromise c, CaseFile file, Decision<CaseEvent> decision) {
        Instant at = StepTime.of(c.occurredAt(), file.begunAt(), decision);
        if (!c.dueAt().isAfter(at)) {
            throw new Rejected("promise-due-too-early", "A promise is due after it was made.");
        }
        if (c.dueAt().isAfter(at.plus(FURTHEST))) {
            throw new Rejected("promise-due-too-late", "A promise is due within a year.");
        }
        make(file, decision, c.promiseId(), c.text(), at, c.dueAt());
    }

    static void make(
            CaseFile file, Decision<CaseEvent> decision, String promiseId, String text, Instant at, Instant dueAt) {
        int number = file.promises().size() + 1;
        UUID made = decision.record(new CaseEvent.PromiseMade(at, file.ref(), promiseId, number, text, dueAt));
        Phases.clocks(file, decision).startUntil(CaseClock.PROMISE, at, made, dueAt);
    }

    /** A promise kept late was broken all the same, whether or not its timer has said so yet. */
    static void keep(CaseCommand.KeepPromise c, CaseFile file, Decision<CaseEvent> decision) {
        Promise promise = file.promises().get(c.promiseId());
        if (promise == null) {
            throw new Rejected("promise-not-found", "There is no such promise on this case.");
        }
        if (promise.kept()) {
            throw new Rejected("promise-already-kept", "This promise has been kept already.");
        }
        Instant made = file.clocks()
                .clock(CaseClock.PROMISE.id(), promise.number())
                .map(Clocks.ClockRound::startedAt)
                .orElse(file.begunAt());
        Instant at = StepTime.of(c.occurredAt(), made, decision);
        UUID kept = decision.record(
                new CaseEvent.PromiseKept(at, file.ref(), promise.promiseId(), promise.number(), c.note()));
        ClockRecorder<CaseEvent> clocks = Phases.clocks(file, decision);
        clocks.stop(CaseClock.PROMISE, promise.number(), at, kept);
        broken(promise.number(), file, clocks.clocks(), decision);
    }

    /** Records that a promise is broken once its clock is, and only once. */
    static void broken(int number, CaseFile file, Clocks clocks, Decision<CaseEvent> decision) {
        clocks.clock(CaseClock.PROMISE.id(), number)
                .filter(clock -> clock.status() == Clocks.Status.BREACHED)
                .ifPresent(clock -> file.promises().values().stream()
                        .filter(promise -> promise.number() == number && !promise.broken())
                        .forEach(promise -> decision.record(
                                new CaseEvent.PromiseBroken(
                                        clock.dueAt(),
                                        file.ref(),
                                        promise.promiseId(),
                                        number,
                                        promise.text(),
                                        promise.dueAt()),
                                clock.startedBy())));
    }

    static CaseFile evolve(CaseFile file, CaseEvent.PromiseMade e) {
        return file.promise(new Promise(e.promiseId(), e.number(), e.text(), e.dueAt(), false, false));
    }

    static CaseFile evolve(CaseFile file, CaseEvent.PromiseKept e) {
        Promise promise = known(file, e.promiseId());
        return file.promise(new Promise(
                promise.promiseId(), promise.number(), promise.text(), promise.dueAt(), true, promise.broken()));
    }

    static CaseFile evolve(CaseFile file, CaseEvent.PromiseBroken e) {
        Promise promise = known(file, e.promiseId());
        return file.promise(new Promise(
                promise.promiseId(), promise.number(), promise.text(), promise.dueAt(), promise.kept(), true));
    }

    private static Promise known(CaseFile file, String promiseId) {
        Promise promise = file.promises().get(promiseId);
        if (promise == null) {
            throw new IllegalStateException("no promise " + promiseId);
        }
        return promise;
    }
}
