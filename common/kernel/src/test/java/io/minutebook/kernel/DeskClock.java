package io.minutebook.kernel;

import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** The clocks of a {@link Desk}: one of each kind, and one of each length that services use. */
enum DeskClock implements ClockDefinition {
    SECONDS("seconds", new Limit.Within(Duration.ofSeconds(30))),
    PAUSE("pause", new Limit.Within(Duration.ofMinutes(2))),
    REPLY("reply", new Limit.Within(Duration.ofMinutes(30))),
    PREPROCESS("preprocess", new Limit.Within(Duration.ofMinutes(30))),
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
        return "Opened";
    }

    @Override
    public @Nullable Limit limit() {
        return limit;
    }
}
