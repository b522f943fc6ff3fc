package io.minutebook.intake.domain.cases;

import io.minutebook.intake.domain.cases.CaseFile.Promise;
import io.minutebook.kernel.Clocks;
import io.minutebook.kernel.Fact;
import io.minutebook.kernel.FactRecorder;
import io.minutebook.kernel.Rejected;
import io.minutebook.kernel.StepTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The rules of what is promised to a customer: each promise has its own run of the promise clock. */
final class Promises {
    private static final Duration FURTHEST = Duration.ofDays(366);

    private Promises() {}

    static void make(CaseCommand.MakePromise c, FactRecorder<CaseState, CaseEvent> facts) {
        Instant at = Phases.when(c.stated(), facts);
        if (!c.dueAt().isAfter(at)) {
            throw new Rejected("promise-due-too-early", "A promise is due after it was made.");
        }
        if (c.dueAt().isAfter(at.plus(FURTHEST))) {
            throw new Rejected("promise-due-too-late", "A promise is due within a year.");
        }
        make(c.promiseId(), c.text(), at, c.dueAt(), facts);
    }

    /** What was accepted on a call is promised on its case, unless that has been cleared by then. */
    static void callback(CaseCommand.PromiseCallback c, FactRecorder<CaseState, CaseEvent> facts) {
        CaseState then = facts.asOf(c.at());
        if (then.known().isPresent()
                && !(then instanceof CaseState.Closed)
                && made(c.promiseId(), facts).isEmpty()) {
            make(c.promiseId(), c.text(), c.at(), c.dueAt(), facts);
        }
    }

    private static void make(
            String promiseId, String text, Instant at, Instant dueAt, FactRecorder<CaseState, CaseEvent> facts) {
        CaseFile file = Phases.ours(facts.asOf(at));
        int number = Phases.ours(facts.history().phase()).promises().size() + 1;
        facts.record(new CaseEvent.PromiseMade(at, file.ref(), promiseId, number, text, dueAt));
    }

    static void keep(CaseCommand.KeepPromise c, FactRecorder<CaseState, CaseEvent> facts) {
        Instant stated = Phases.when(c.stated(), facts);
        Fact<CaseEvent> made = made(c.promiseId(), facts)
                .orElseThrow(() -> new Rejected("promise-not-found", "There is no such promise on this case."));
        if (StepTime.isEarlier(stated, made.at())) {
            throw new Rejected("out-of-order", "It was promised later than this, at " + made.at() + ".");
        }
        Instant at = StepTime.notBefore(made.at(), stated);
        CaseFile file = Phases.ours(facts.asOf(at));
        Promise promise = file.promise(c.promiseId());
        if (promise.kept()) {
            throw new Rejected("promise-already-kept", "This promise has been kept already.");
        }
        facts.record(new CaseEvent.PromiseKept(at, file.ref(), promise.promiseId(), promise.number(), c.note()));
    }

    /** Records, once, that a promise was broken whose clock is breached; it may still be kept, late. */
    static void broken(FactRecorder<CaseState, CaseEvent> facts) {
        for (Clocks.ClockRound clock : facts.history().clocks().inOrder()) {
            if (clock.name().equals(CaseClock.PROMISE.id()) && clock.status() == Clocks.Status.BREACHED) {
                facts.history().facts().stream()
                        .filter(fact -> fact.id().equals(clock.startedBy()))
                        .map(fact -> (CaseEvent.PromiseMade) fact.event())
                        .filter(made -> !brokenBefore(made, facts))
                        .findFirst()
                        .ifPresent(made -> facts.note(broken(made, clock, facts), clock.startedBy()));
            }
        }
    }

    private static boolean brokenBefore(CaseEvent.PromiseMade made, FactRecorder<CaseState, CaseEvent> facts) {
        return facts.history().facts().stream()
                .anyMatch(fact -> fact.event() instanceof CaseEvent.PromiseBroken broken
                        && broken.promiseId().equals(made.promiseId()));
    }

    private static CaseEvent.PromiseBroken broken(
            CaseEvent.PromiseMade made, Clocks.ClockRound clock, FactRecorder<CaseState, CaseEvent> facts) {
        CaseFile then = Phases.ours(facts.asOf(clock.dueAt()));
        return new CaseEvent.PromiseBroken(
                clock.dueAt(), then.ref(), made.promiseId(), made.number(), made.text(), made.dueAt());
    }

    private static Optional<Fact<CaseEvent>> made(String promiseId, FactRecorder<CaseState, CaseEvent> facts) {
        return facts.history().facts().stream()
                .filter(fact -> fact.event() instanceof CaseEvent.PromiseMade promise
                        && promise.promiseId().equals(promiseId))
                .findFirst();
    }

    static CaseFile made(CaseFile file, CaseEvent.PromiseMade e) {
        return file.with(new Promise(e.promiseId(), e.number(), e.text(), e.dueAt(), false));
    }

    static CaseFile kept(CaseFile file, CaseEvent.PromiseKept e) {
        Promise promise = file.promise(e.promiseId());
        return file.with(new Promise(promise.promiseId(), promise.number(), promise.text(), promise.dueAt(), true));
    }
}
