package io.minutebook.kernel;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The clocks of a {@link Desk}: one of each kind, and one of each length that services use. */
enum DeskClock implements ClockRule<DeskEvent> {
    SECONDS("seconds", new Limit.Within(Duration.ofSeconds(30))),
    PAUSE("pause", new Limit.Within(Duration.ofMinutes(2))),
    REPLY("reply", new Limit.Within(Duration.ofMinutes(30))),
    PREPROCESS("preprocess", new Limit.Within(Duration.ofMinutes(30))),
    /** All its starts make one run, and it stands still with the desk. */
    PLAN("plan", new Limit.Within(Duration.ofHours(24))),
    SURVEY("survey", new Limit.WorkingDays(1, 3, LocalTime.of(10, 0))),
    PROMISE("promise", null),
    LUNCH("lunch", null);

    private final String id;
    private final @Nullable Limit limit;

    DeskClock(String id, @Nullable Limit limit) {
        this.id = id;
        this.limit = limit;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String startsOn() {
        return "Begun";
    }

    @Override
    public @Nullable Limit limit() {
        return limit;
    }

    @Override
    public String owedAct() {
        return "Done";
    }

    @Override
    public OwedBy owedBy(DeskEvent start) {
        return new OwedBy("clerk", null);
    }

    @Override
    public boolean startsWith(DeskEvent event, String startsOn) {
        return this == PROMISE
                ? event instanceof DeskEvent.Promised
                : event instanceof DeskEvent.Begun begun && begun.clock() == this;
    }

    @Override
    public @Nullable String runOf(Fact<DeskEvent> start, List<Fact<DeskEvent>> before) {
        return this == PLAN ? "" : null;
    }

    @Override
    public boolean metBy(DeskEvent start, DeskEvent event, boolean standing) {
        return event instanceof DeskEvent.Done done && done.clock() == this;
    }

    @Override
    public @Nullable String withdrawnBy(DeskEvent start, DeskEvent event) {
        return event instanceof DeskEvent.Ended ended && ended.clock() == this ? ended.reason() : null;
    }

    @Override
    public List<Pause> pauses(List<Fact<DeskEvent>> facts) {
        List<Pause> pauses = new ArrayList<>();
        for (Fact<DeskEvent> fact : facts) {
            if (this == PLAN && fact.event() instanceof DeskEvent.Stopped stopped) {
                Optional<Fact<DeskEvent>> wentOn = facts.stream()
                        .filter(end -> end.event() instanceof DeskEvent.WentOn e && e.number() == stopped.number())
                        .findFirst();
                Instant until = wentOn.map(Fact::at)
                        .filter(end -> stopped.until() == null || end.isBefore(stopped.until()))
                        .orElse(stopped.until());
                pauses.add(new Pause(
                        fact.at(), until, fact.id(), wentOn.map(Fact::id).orElse(null), "WAITING"));
            }
        }
        return pauses;
    }

    @Override
    public @Nullable Limit told(DeskEvent start) {
        return start instanceof DeskEvent.Promised promised ? new Limit.Until(promised.dueAt()) : null;
    }
}
