package io.minutebook.kernel;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Starts, stops, pauses, withdraws and fires the clocks of a case within one decision, by the policies that hold then.
 *
 * @param <E> the service's event family
 */
public final class ClockRecorder<E extends DomainEvent> {
    private final Decision<E> decision;
    private final Function<ClockEvent, E> wrap;
    private Clocks clocks;

    public ClockRecorder(Clocks clocks, Decision<E> decision, Function<ClockEvent, E> wrap) {
        this.clocks = clocks;
        this.decision = decision;
        this.wrap = wrap;
    }

    /** Starts a clock by policy from a recorded event; does nothing while an earlier round of it is still open. */
    public void start(ClockDefinition clock, PolicyScope policyScope, Instant at, UUID startedBy) {
        if (latest(clock).filter(Clocks.ClockRound::open).isPresent()) {
            return;
        }
        ClockPolicy policy = decision.policies().policy(clock, policyScope);
        Limit.Window window = policy.limit().from(at, decision.policies().site(policyScope.site()));
        started(clock.id(), at, startedBy, window, policy.version());
    }

    /** Starts one more round of a clock whose due time was given as a promise; rounds may run beside each other. */
    public int startUntil(ClockDefinition clock, Instant at, UUID startedBy, Instant dueAt) {
        Instant warnAt = at.plus(Duration.between(at, dueAt).multipliedBy(4).dividedBy(5));
        return started(clock.id(), at, startedBy, new Limit.Window(null, warnAt, dueAt), "as promised");
    }

    /** Records an event and, where it is a step that clocks wait for, stops the latest round of each of them. */
    public UUID record(E event) {
        UUID id = decision.record(event);
        if (event instanceof ClockStep step) {
            step.stops().stream()
                    .map(ClockDefinition::id)
                    .sorted()
                    .forEach(clock -> clocks.latest(clock).ifPresent(latest -> stop(latest, event.at(), id)));
        }
        return id;
    }

    /**
     * The step was taken: the latest round of its clock is met or breached. Where it was breached already, the verdict stands, and the first
     * step that is recorded afterwards completes it.
     */
    public void stop(ClockDefinition clock, Instant at, UUID by) {
        latest(clock).ifPresent(latest -> stop(latest, at, by));
    }

    /** The same for one round. */
    public void stop(ClockDefinition clock, int round, Instant at, UUID by) {
        clocks.clock(clock.id(), round).ifPresent(found -> stop(found, at, by));
    }

    /** The same for a round at hand. */
    public void stop(Clocks.ClockRound clock, Instant at, UUID by) {
        if (clock.open()) {
            judge(clock, at, by);
        } else if (clock.status() == Clocks.Status.BREACHED && !clock.taken()) {
            record(
                    new ClockEvent.ClockCorrected(
                            clock.name(),
                            clock.round(),
                            at,
                            clock.status(),
                            clock.status(),
                            ClockEvent.Because.COMPLETED,
                            clock.dueAt(),
                            Duration.between(at, clock.dueAt()).toSeconds(),
                            List.of(clock.startedBy(), by)),
                    by);
        }
    }

    /** The clock stands still; what is left of its limit is kept. */
    public void pause(ClockDefinition clock, Instant at, String reason, UUID cause) {
        latest(clock)
                .filter(c -> c.status() == Clocks.Status.RUNNING && !at.isAfter(c.dueAt()))
                .ifPresent(c -> record(new ClockEvent.ClockPaused(clock.id(), c.round(), at, reason), cause));
    }

    /** The clock goes on with what was left of its limit. */
    public void resume(ClockDefinition clock, Instant at, UUID cause) {
        latest(clock).filter(c -> c.status() == Clocks.Status.PAUSED).ifPresent(c -> {
            Duration paused = Clocks.pausedFor(c, at);
            Instant warnAt = c.warnAt() == null ? null : c.warnAt().plus(paused);
            record(
                    new ClockEvent.ClockResumed(
                            clock.id(), c.round(), at, warnAt, c.dueAt().plus(paused)),
                    cause);
        });
    }

    /**
     * The step is no longer owed: the latest round ends without a verdict. One whose limit had passed by then is breached instead, by nobody's
     * step.
     */
    public void withdraw(ClockDefinition clock, Instant at, String reason, UUID cause) {
        latest(clock).filter(Clocks.ClockRound::open).ifPresent(c -> {
            if (c.status() == Clocks.Status.RUNNING && at.isAfter(c.dueAt())) {
                breach(c);
            } else {
                record(
                        new ClockEvent.ClockWithdrawn(clock.id(), c.round(), at, reason, List.of(c.startedBy(), cause)),
                        cause);
            }
        });
    }

    /** A timer fired: warns or breaches if that is still due now, and otherwise does nothing. */
    public void fire(String clock, int round) {
        Instant now = decision.now();
        clocks.clock(clock, round)
                .filter(c -> c.status() == Clocks.Status.RUNNING)
                .ifPresent(c -> {
                    if (now.isAfter(c.dueAt())) {
                        breach(c);
                    } else if (!c.warned() && c.warnAt() != null && !now.isBefore(c.warnAt())) {
                        record(new ClockEvent.ClockWarned(clock, round, c.warnAt(), c.dueAt()), c.startedBy());
                    }
                });
    }

    /** The clocks with what this decision recorded so far. */
    public Clocks clocks() {
        return clocks;
    }

    private Optional<Clocks.ClockRound> latest(ClockDefinition clock) {
        return clocks.latest(clock.id());
    }

    private void breach(Clocks.ClockRound clock) {
        record(
                new ClockEvent.ClockBreached(
                        clock.name(), clock.round(), clock.dueAt(), clock.dueAt(), List.of(clock.startedBy())),
                clock.startedBy());
    }

    private void judge(Clocks.ClockRound clock, Instant at, UUID by) {
        List<UUID> restsOn = List.of(clock.startedBy(), by);
        boolean met = clock.status() == Clocks.Status.PAUSED || !at.isAfter(clock.dueAt());
        record(
                met
                        ? new ClockEvent.ClockMet(clock.name(), clock.round(), at, clock.dueAt(), restsOn)
                        : new ClockEvent.ClockBreached(
                                clock.name(), clock.round(), clock.dueAt(), clock.dueAt(), restsOn),
                by);
    }

    private int started(String clock, Instant at, UUID startedBy, Limit.Window window, String policy) {
        int round = clocks.rounds(clock) + 1;
        record(
                new ClockEvent.ClockStarted(
                        clock, round, at, startedBy, window.opensAt(), window.warnAt(), window.dueAt(), policy),
                startedBy);
        return round;
    }

    private void record(ClockEvent event, UUID cause) {
        clocks = clocks.evolve(event);
        decision.record(wrap.apply(event), cause);
    }
}
