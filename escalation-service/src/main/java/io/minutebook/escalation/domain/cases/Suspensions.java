package io.minutebook.escalation.domain.cases;

import io.minutebook.kernel.Fact;
import io.minutebook.kernel.Pause;
import io.minutebook.kernel.Rejected;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Times in which work stands still for a reason outside the hands of those who do it (挂起); the clock of the plan stands still with it. They may
 * overlap, each ends by itself, and none outlasts the resolution.
 */
public record Suspensions(List<Suspension> all) {
    /** No source knows a suspension, so none names a longest one. */
    private static final Duration LONGEST = Duration.ofHours(72);

    /**
     * @param id the event by which work was suspended
     * @param until when work goes on, or went on
     * @param endedBy the event by which work went on; null where it ends by itself
     */
    public record Suspension(
            UUID id,
            SuspensionReason reason,
            Instant from,
            Instant until,
            @Nullable UUID endedBy) {
        boolean covers(Instant at) {
            return !from.isAfter(at) && at.isBefore(until);
        }

        private Suspension endedBy(Fact<?> fact) {
            return covers(fact.at()) ? new Suspension(id, reason, from, fact.at(), fact.id()) : this;
        }
    }

    public Suspensions {
        all = List.copyOf(all);
    }

    static Suspensions none() {
        return new Suspensions(List.of());
    }

    static void decide(CaseCommand.OnSuspension command, CaseDecision on) {
        Case.open(on.state());
        switch (command) {
            case CaseCommand.SuspendCase c -> suspend(c, on);
            case CaseCommand.ResumeCase c ->
                on.record(new CaseEvent.CaseResumed(
                        on.at(), on.ref(), c.suspensionId() == null ? open(on) : c.suspensionId()));
        }
    }

    private static void suspend(CaseCommand.SuspendCase c, CaseDecision on) {
        SuspensionReason reason = SuspensionReason.listed(c.reason());
        Instant latest = on.at().plus(LONGEST);
        Instant until = c.until() == null ? latest : c.until();
        if (!until.isAfter(on.at())) {
            throw new Rejected("out-of-order", "It cannot end before it begins, at " + on.at() + ".");
        }
        if (until.isAfter(latest)) {
            throw new Rejected("suspension-too-long", "It ends at " + latest + " at the latest; suspend again then.");
        }
        on.record(new CaseEvent.CaseSuspended(on.at(), on.ref(), reason, until));
    }

    /** Returns the suspension that a resumption ends which names none: the open one that began last, else the last one. */
    private static UUID open(CaseDecision on) {
        Suspensions suspensions = on.file().suspensions();
        return suspensions
                .at(on.at())
                .reduce((one, later) -> later)
                .or(() -> suspensions.all.stream().reduce((one, later) -> later))
                .map(Suspension::id)
                .orElseThrow(() -> missing(on));
    }

    private static Rejected missing(CaseDecision on) {
        boolean later =
                on.facts().history().facts().stream().anyMatch(fact -> fact.event() instanceof CaseEvent.CaseSuspended);
        return later
                ? CaseDecision.outOfOrder("The case was suspended only later.")
                : new Rejected("rests-on-missing", "The case was not suspended.");
    }

    /** Returns the suspensions in which a moment lies, those that began first first. */
    public Stream<Suspension> at(Instant at) {
        return all.stream().filter(suspension -> suspension.covers(at));
    }

    private Optional<Suspension> of(UUID id) {
        return all.stream().filter(suspension -> suspension.id().equals(id)).findFirst();
    }

    static void check(CaseState.Known state, CaseEvent.OnSuspension event) {
        CaseFile file = Case.open(state);
        switch (event) {
            case CaseEvent.CaseSuspended e -> {}
            case CaseEvent.CaseResumed e -> {
                Suspension suspension = file.suspensions()
                        .of(e.suspensionId())
                        .orElseThrow(() -> new Rejected("rests-on-missing", "The case was not suspended by then."));
                if (!suspension.covers(e.at())) {
                    throw new Rejected("not-suspended", "That suspension ended at " + suspension.until() + ".");
                }
            }
        }
    }

    /** Returns them with what a fact changes: a suspension, a resumption, or the resolution, which ends all. */
    Suspensions after(Fact<CaseEvent> fact) {
        if (fact.event() instanceof CaseEvent.CaseSuspended e) {
            return new Suspensions(Stream.concat(
                            all.stream(), Stream.of(new Suspension(fact.id(), e.reason(), e.at(), e.until(), null)))
                    .toList());
        }
        if (fact.event() instanceof CaseEvent.CaseResumed e) {
            return each(s -> s.id().equals(e.suspensionId()) ? s.endedBy(fact) : s);
        }
        return fact.event() instanceof CaseEvent.Resolved ? each(s -> s.endedBy(fact)) : this;
    }

    private Suspensions each(UnaryOperator<Suspension> change) {
        return new Suspensions(all.stream().map(change).toList());
    }

    /** Returns when the clock of the plan stands still. */
    static List<Pause> pauses(List<Fact<CaseEvent>> facts) {
        Suspensions suspensions = none();
        for (Fact<CaseEvent> fact : facts) {
            suspensions = suspensions.after(fact);
        }
        return suspensions.all.stream()
                .filter(s -> s.until().isAfter(s.from()))
                .map(s -> new Pause(
                        s.from(), s.until(), s.id(), s.endedBy(), s.reason().name()))
                .toList();
    }
}
