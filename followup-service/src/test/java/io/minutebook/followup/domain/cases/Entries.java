package io.minutebook.followup.domain.cases;

import io.minutebook.kernel.ClockEvent;
import io.minutebook.kernel.Clocks;
import io.minutebook.kernel.Decision;
import io.minutebook.kernel.Fact;
import io.minutebook.kernel.History;
import io.minutebook.kernel.Rejected;
import io.minutebook.kernel.SitePolicies;
import io.minutebook.testing.Scenario;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A case into which steps are entered one by one; the events of the n-th of them have ids of their own, in whatever order they are entered. */
final class Entries {
    private static final SitePolicies POLICIES = SitePolicies.standard(CaseClock.values());
    private static final long TIMERS = 1_000_000;

    private final Case rules = new Case();
    private History<CaseState, CaseEvent> history = rules.initial();
    private Instant now = Story.minute(-60);
    private long timers = TIMERS;

    Entries() {
        enter(0, Story.open(CaseType.FAULT), now);
    }

    /** Returns whether a step was accepted that is entered at a time. */
    boolean enter(int n, CaseCommand command, Instant at) {
        if (command instanceof CaseCommand.NoteResolution resolution && solvedInTheSameCycle(resolution.at())) {
            return false;
        }
        now = at.isAfter(now) ? at : now;
        return decide(n, command);
    }

    /** The other services say once a cycle that the fault is solved. */
    private boolean solvedInTheSameCycle(Instant at) {
        boolean solved = false;
        for (Fact<CaseEvent> fact : history.facts()) {
            if (fact.event() instanceof CaseEvent.ResolutionNoted) {
                solved = true;
            } else if (fact.event() instanceof CaseEvent.RestorationDenied) {
                if (!fact.at().isBefore(at)) {
                    return solved;
                }
                solved = false;
            }
        }
        return solved;
    }

    /** All clocks are looked at. */
    void lookAtClocks(Instant at) {
        now = at.isAfter(now) ? at : now;
        for (Clocks.ClockRound clock : history.clocks().inOrder()) {
            decide(timers++, Story.due(clock.name(), clock.round()));
        }
    }

    Instant now() {
        return now;
    }

    History<CaseState, CaseEvent> history() {
        return history;
    }

    /** How everything stands, with facts told by what and when they are, since they have other ids in another order. */
    Map<String, String> end() {
        Map<String, String> end = new TreeMap<>();
        end.put("phase", phase(CaseState.known(history.phase())));
        history.clocks()
                .byId()
                .forEach((id, clock) -> end.put(
                        clock.name() + " " + id,
                        fact(clock.startedBy()) + " " + clock.startedAt() + " " + verdict(clock.verdict())));
        return end;
    }

    private boolean decide(long n, CaseCommand command) {
        long[] last = {0};
        Decision<CaseEvent> decision = new Decision<>(Scenario.SUBJECT, now, POLICIES, () -> new UUID(n, ++last[0]));
        try {
            rules.decide(command, history, decision);
        } catch (Rejected refused) {
            return false;
        }
        decision.decided().forEach(fact -> history = rules.evolve(history, new Fact<>(fact.id(), fact.event(), now)));
        return true;
    }

    private String phase(CaseState.Known known) {
        CaseFile file = known.file();
        List<@Nullable Object> parts = new ArrayList<>();
        parts.add(known.getClass().getSimpleName());
        parts.add(file.ref().cycle());
        parts.add(file.answer());
        parts.add(file.lastReached());
        parts.add(file.attempts());
        parts.add(file.next());
        parts.add(known.resolution());
        parts.add(
                switch (known) {
                    case CaseState.Restored s -> s.confirmedAt();
                    case CaseState.Cleared s -> s.confirmedAt() + " " + s.clearedAt();
                    case CaseState.Open s -> null;
                    case CaseState.Resolved s -> null;
                });
        return parts.toString();
    }

    private String verdict(ClockEvent.ClockVerdict verdict) {
        return verdict.status() + " " + verdict.at() + " due " + verdict.dueAt() + " margin " + verdict.marginSeconds()
                + " " + verdict.reason() + " "
                + verdict.restsOn().stream().map(this::fact).toList();
    }

    private String fact(UUID id) {
        return history.facts().stream()
                .filter(fact -> fact.id().equals(id))
                .map(fact -> fact.event().getClass().getSimpleName() + "@" + fact.at())
                .findFirst()
                .orElseThrow();
    }
}
