package io.minutebook.kernel;

import static java.util.Objects.requireNonNull;

import io.minutebook.kernel.ClockEvent.Because;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Records facts within one decision and says what they mean for the clocks. A fact goes where it belongs by its time; {@link #settle} then judges
 * every clock by all facts and records what the log does not say yet, or says differently.
 *
 * @param <P> what the facts make of the subject at a time
 * @param <E> events
 */
public final class FactRecorder<P, E extends DomainEvent> {
    /** The policy of a clock whose every start brings a limit of its own. */
    private static final String AS_TOLD = "as promised";

    private final HistoryDecider<?, P, E> rules;
    private final Decision<E> decision;
    private History<P, E> history;

    public FactRecorder(HistoryDecider<?, P, E> rules, History<P, E> history, Decision<E> decision) {
        this.rules = rules;
        this.history = history;
        this.decision = decision;
    }

    /** Everything so far, with what this decision recorded. */
    public History<P, E> history() {
        return history;
    }

    public Decision<E> decision() {
        return decision;
    }

    /** Returns what had become of the subject by a time. */
    public P asOf(Instant at) {
        List<Fact<E>> facts = history.facts();
        return facts.isEmpty() || !facts.getLast().at().isAfter(at)
                ? history.phase()
                : rules.fold(
                        facts.stream().filter(fact -> !fact.at().isAfter(at)).toList());
    }

    /**
     * Records what happened.
     *
     * @return the event's id
     * @throws Rejected where it cannot have happened then, and with the code {@code contradicts-later} where something that is recorded already,
     *     and happened later, could not have happened after it
     */
    public UUID record(E event) {
        return record(event, null);
    }

    /** The same for what another fact caused. */
    public UUID record(E event, @Nullable UUID cause) {
        P phase = asOf(event.at());
        rules.check(phase, event);
        Fact<E> fact = new Fact<>(new UUID(0, 0), event, decision.now());
        int position = history.position(fact);
        if (position < history.facts().size()) {
            checkLater(phase, rules.apply(phase, fact), position);
        }
        return note(event, cause);
    }

    /** Records what another service published, which is as it is. */
    public UUID note(E event, @Nullable UUID cause) {
        UUID id = cause == null ? decision.record(event) : decision.record(event, cause);
        history = rules.evolve(history, new Fact<>(id, event, decision.now()));
        return event instanceof HeardEvent heard ? heard.heardFrom() : id;
    }

    /** What a fact heard from elsewhere made doubtful before is no reason to refuse another one. */
    private void checkLater(P without, P with, int position) {
        P before = without;
        P after = with;
        for (Fact<E> later : history.facts().subList(position, history.facts().size())) {
            Rejected refused = refusal(after, later);
            if (refused != null && refusal(before, later) == null) {
                throw new Rejected(
                        "contradicts-later",
                        "It cannot have happened then: event " + later.id() + " at " + later.at()
                                + " could not have come after it (" + refused.code() + ").");
            }
            before = rules.apply(before, later);
            after = rules.apply(after, later);
        }
    }

    private @Nullable Rejected refusal(P phase, Fact<E> fact) {
        try {
            rules.check(phase, fact.event());
            return null;
        } catch (Rejected e) {
            return e;
        }
    }

    /**
     * Judges all clocks by all facts and records what is new about them.
     *
     * @param evidence what shows that a step happened which is entered after its clock was breached: a call, a message, a note
     * @throws Rejected with the code {@code evidence-missing} where a breach would be taken back on nobody's evidence
     */
    public void settle(List<String> evidence) {
        PolicyScope scope = rules.scope(history.phase());
        if (scope == null) {
            return;
        }
        for (ClockRule<E> rule : rules.clocks()) {
            ClockPolicy policy =
                    rule.limit() == null ? null : decision.policies().policy(rule, scope);
            String startsOn = policy == null ? rule.startsOn() : policy.startsOn();
            for (ClockJudge.Run<E> run : ClockJudge.runs(decision.subject(), rule, startsOn, history.facts())) {
                new RunRecorder(run, policy, scope).settle(evidence);
            }
        }
    }

    /** A moment of a clock has come: it warns, goes on after a pause or is breached, if that is still so, and otherwise nothing happens. */
    public void fire(String clock, int round) {
        settle(List.of());
        history.clocks()
                .clock(clock, round)
                .filter(c -> c.status() == Clocks.Status.RUNNING)
                .ifPresent(this::fire);
    }

    private void fire(Clocks.ClockRound clock) {
        Instant now = decision.now();
        Instant warnAt = clock.warnAt();
        if (now.isAfter(clock.dueAt())) {
            record(breached(clock, ClockJudge.breached(clock.verdict())), clock.startedBy());
        } else if (!clock.warned() && warnAt != null && !now.isBefore(warnAt)) {
            record(
                    new ClockEvent.ClockWarned(clock.clockId(), clock.name(), clock.round(), warnAt, clock.dueAt()),
                    clock.startedBy());
        }
    }

    private static ClockEvent breached(Clocks.ClockRound clock, ClockEvent.ClockVerdict verdict) {
        return new ClockEvent.ClockBreached(
                clock.clockId(),
                clock.name(),
                clock.round(),
                verdict.dueAt(),
                verdict.dueAt(),
                verdict.act(),
                verdict.marginSeconds(),
                verdict.restsOn());
    }

    private void record(ClockEvent event, UUID cause) {
        E wrapped = rules.onClock(event);
        UUID id = decision.record(wrapped, cause);
        history = rules.evolve(history, new Fact<>(id, wrapped, decision.now()));
    }

    /** Brings the record of one run to where the facts have it. */
    private final class RunRecorder {
        private final ClockJudge.Run<E> run;
        private final @Nullable ClockPolicy policy;
        private final PolicyScope scope;

        RunRecorder(ClockJudge.Run<E> run, @Nullable ClockPolicy policy, PolicyScope scope) {
            this.run = run;
            this.policy = policy;
            this.scope = scope;
        }

        void settle(List<String> evidence) {
            Clocks.ClockRound clock = history.clocks().clock(run.key()).orElseGet(this::start);
            boolean moved = !clock.startedBy().equals(run.start().id());
            Limit.Window window = moved || (clock.open() && clock.window().provisional()) ? window() : clock.window();
            boolean announced = !moved && !window.equals(clock.window());
            ClockEvent.ClockVerdict now = ClockJudge.verdict(run, window.dueAt(), history.facts(), decision.now());
            if (clock.status() == Clocks.Status.BREACHED
                    && now.status() == Clocks.Status.RUNNING
                    && decision.now().isAfter(now.dueAt())) {
                now = ClockJudge.breached(now);
            }
            if (moved || announced) {
                correct(clock, window, now, moved ? Because.START_MOVED : Because.CALENDAR_ANNOUNCED, evidence);
            } else if (!now.says(clock.verdict()) && (!clock.open() || !goesOn(clock, now))) {
                correct(clock, window, now, because(clock.verdict(), now), evidence);
            }
        }

        /** Records what follows on an open clock by itself; returns false where what was said of it was wrong. */
        private boolean goesOn(Clocks.ClockRound clock, ClockEvent.ClockVerdict now) {
            UUID act = now.act();
            switch (now.status()) {
                case MET ->
                    record(
                            new ClockEvent.ClockMet(
                                    clock.clockId(),
                                    clock.name(),
                                    clock.round(),
                                    requireNonNull(now.at()),
                                    now.dueAt(),
                                    requireNonNull(act),
                                    requireNonNull(now.marginSeconds()),
                                    now.restsOn()),
                            act);
                case BREACHED -> record(breached(clock, now), act == null ? clock.startedBy() : act);
                case WITHDRAWN ->
                    record(
                            new ClockEvent.ClockWithdrawn(
                                    clock.clockId(),
                                    clock.name(),
                                    clock.round(),
                                    requireNonNull(now.at()),
                                    requireNonNull(now.reason()),
                                    now.restsOn().get(1),
                                    now.restsOn()),
                            now.restsOn().get(1));
                case PAUSED -> {
                    Pause pause = pause(now);
                    if (clock.status() == Clocks.Status.PAUSED) {
                        return false;
                    }
                    record(
                            new ClockEvent.ClockPaused(
                                    clock.clockId(),
                                    clock.name(),
                                    clock.round(),
                                    pause.from(),
                                    pause.reason(),
                                    pause.by(),
                                    pause.until(),
                                    now.dueAt()),
                            pause.by());
                }
                case RUNNING -> {
                    if (clock.status() == Clocks.Status.RUNNING) {
                        return false;
                    }
                    List<Pause> pauses = pauses();
                    if (pauses.isEmpty()) {
                        return false;
                    }
                    Pause pause = pauses.getLast();
                    record(
                            new ClockEvent.ClockResumed(
                                    clock.clockId(),
                                    clock.name(),
                                    clock.round(),
                                    pause.until() == null ? decision.now() : pause.until(),
                                    clock.window().warnAt(now.dueAt()),
                                    now.dueAt()),
                            pause.endedBy() == null ? pause.by() : pause.endedBy());
                }
            }
            return true;
        }

        private void correct(
                Clocks.ClockRound clock,
                Limit.Window window,
                ClockEvent.ClockVerdict now,
                Because because,
                List<String> evidence) {
            ClockEvent.ClockVerdict was = clock.verdict();
            boolean leavesBreach = was.status() == Clocks.Status.BREACHED && now.status() != Clocks.Status.BREACHED;
            if (leavesBreach && evidence.isEmpty()) {
                throw new Rejected(
                        "evidence-missing",
                        "The limit " + clock.name() + " stands as breached since " + was.dueAt()
                                + ": say what shows that it was not, such as a call, a message or a note.");
            }
            record(
                    new ClockEvent.ClockCorrected(
                            clock.clockId(),
                            clock.name(),
                            clock.round(),
                            known(now),
                            run.start().id(),
                            run.start().at(),
                            window,
                            was,
                            now,
                            because,
                            evidence),
                    now.restsOn().getLast());
        }

        /** Returns when that happened which became known: the act, else what ended the run, else the limit. */
        private Instant known(ClockEvent.ClockVerdict now) {
            return history.facts().stream()
                    .filter(fact -> fact.id().equals(now.act()))
                    .findFirst()
                    .map(Fact::at)
                    .orElseGet(() -> now.at() == null ? decision.now() : now.at());
        }

        private static Because because(ClockEvent.ClockVerdict was, ClockEvent.ClockVerdict now) {
            if (!now.dueAt().equals(was.dueAt())) {
                return Because.PAUSE_ENTERED;
            }
            return was.status() == Clocks.Status.BREACHED && now.status() == Clocks.Status.BREACHED && was.act() == null
                    ? Because.COMPLETED
                    : Because.LATE_ENTRY;
        }

        private Clocks.ClockRound start() {
            ClockRule.OwedBy owedBy = run.rule().owedBy(run.start().event());
            ClockEvent.ClockStarted started = new ClockEvent.ClockStarted(
                    run.key(),
                    run.rule().id(),
                    history.clocks().rounds(run.rule().id()) + 1,
                    run.start().at(),
                    run.start().id(),
                    run.rule().owedAct(run.start().event()),
                    owedBy.role(),
                    owedBy.person(),
                    window(),
                    policy == null ? AS_TOLD : policy.version());
            record(started, run.start().id());
            return history.clocks().clock(run.key()).orElseThrow();
        }

        private Limit.Window window() {
            Limit told = run.rule().told(run.start().event());
            Limit limit = told != null ? told : requireNonNull(policy).limit();
            return limit.from(run.start().at(), decision.policies().site(scope.site()));
        }

        private Pause pause(ClockEvent.ClockVerdict now) {
            return pauses().stream()
                    .filter(pause -> pause.from().equals(now.at()))
                    .findFirst()
                    .orElseThrow();
        }

        private List<Pause> pauses() {
            return ClockJudge.merged(
                    run.rule().pauses(history.facts()), run.start().at());
        }
    }
}
