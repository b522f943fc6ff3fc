package io.minutebook.platform.clock;

import io.minutebook.eventlog.DueTimes;
import io.minutebook.eventlog.LogUnavailable;
import io.minutebook.kernel.Rejected;
import io.minutebook.platform.command.Commands;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Sends a command for every moment of a clock that has come. A moment is forgotten only after its command was decided. */
final class Timekeeper implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Timekeeper.class);
    private static final int BATCH = 200;

    private final DueTimes dueTimes;
    private final Commands commands;
    private final Map<String, ClockCommands> bySubject;
    private final Clock clock;
    private final Duration lookEvery;
    private volatile boolean running;
    private Thread thread = Thread.ofVirtual().unstarted(() -> {});

    Timekeeper(
            DueTimes dueTimes,
            Commands commands,
            Map<String, ClockCommands> bySubject,
            Clock clock,
            Duration lookEvery) {
        this.dueTimes = dueTimes;
        this.commands = commands;
        this.bySubject = Map.copyOf(bySubject);
        this.clock = clock;
        this.lookEvery = lookEvery;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("timekeeper").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (running) {
            boolean more = false;
            try {
                more = look();
            } catch (RuntimeException e) {
                if (running) {
                    LOG.warn("due times wait: {}", e.toString(), e);
                }
            }
            if (!more) {
                try {
                    Thread.sleep(lookEvery);
                } catch (InterruptedException e) {
                    return;
                }
            }
        }
    }

    private boolean look() {
        Instant now = clock.instant();
        List<DueTimes.Due> due = dueTimes.due(now, BATCH);
        if (due.isEmpty()) {
            return false;
        }
        List<DueTimes.Due> decided = new ArrayList<>();
        try {
            for (DueTimes.Due moment : due) {
                if (fired(moment)) {
                    decided.add(moment);
                }
            }
        } finally {
            dueTimes.done(decided, now);
        }
        return decided.size() == BATCH;
    }

    /** Trouble with one case's clock must not hold up the others'; its moment stays and is looked at again. */
    private boolean fired(DueTimes.Due moment) {
        try {
            fire(moment);
            return true;
        } catch (LogUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("clock {} of {} could not be looked at", moment.clock(), moment.stream(), e);
            return false;
        }
    }

    private void fire(DueTimes.Due moment) {
        ClockCommands maker = bySubject.get(moment.subject());
        if (maker == null) {
            LOG.error("nobody looks at clocks of a subject {}", moment.subject());
            return;
        }
        try {
            commands.clock(maker.due(moment.stream().toString(), moment.clock(), moment.round()));
        } catch (Rejected e) {
            LOG.error("clock {} of {} was refused: {}", moment.clock(), moment.stream(), e.code());
        }
    }
}
