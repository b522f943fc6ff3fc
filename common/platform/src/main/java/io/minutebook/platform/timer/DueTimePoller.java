package io.minutebook.platform.timer;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.minutebook.eventlog.BackgroundLoop;
import io.minutebook.eventlog.LeaseCoordinator;
import io.minutebook.eventlog.LogUnavailable;
import io.minutebook.eventlog.TimerStore;
import io.minutebook.eventlog.TimerStore.DueTimer;
import io.minutebook.kernel.Rejected;
import io.minutebook.platform.command.AggregateType;
import io.minutebook.platform.command.Commands;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Sends a command for every moment of a clock that has come, of the shards that are this instance's share. A moment is forgotten only after its
 * command was decided. Those of different cases are looked at together, so that their commands share appends.
 */
final class DueTimePoller implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DueTimePoller.class);
    private static final int BATCH = 500;
    private static final Duration LATER = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

    private final TimerStore timerStore;
    private final Commands commands;
    private final Map<String, AggregateType.TimerCommand> bySubject;
    private final Clock clock;
    private final Duration lookEvery;
    private final Set<Integer> shards = ConcurrentHashMap.newKeySet();
    private final ReentrantLock turn = new ReentrantLock();
    private final BackgroundLoop loop;

    DueTimePoller(
            TimerStore timerStore,
            Commands commands,
            Map<String, AggregateType.TimerCommand> bySubject,
            Clock clock,
            Duration lookEvery) {
        this.timerStore = timerStore;
        this.commands = commands;
        this.bySubject = Map.copyOf(bySubject);
        this.clock = clock;
        this.lookEvery = lookEvery;
        this.loop = new BackgroundLoop(Thread.ofVirtual().name("timekeeper"), lookEvery, LONGEST_PAUSE, this::take);
    }

    /** The clocks of one shard of the streams. */
    private final class Shard implements LeaseCoordinator.LeasedTask {
        private final int number;

        Shard(int number) {
            this.number = number;
        }

        @Override
        public String name() {
            return "clocks." + number;
        }

        @Override
        public void begin() {
            shards.add(number);
        }

        @Override
        public void end() {
            shards.remove(number);
            turn.lock();
            turn.unlock();
        }
    }

    List<LeaseCoordinator.LeasedTask> parts() {
        return IntStream.range(0, TimerStore.SHARDS)
                .<LeaseCoordinator.LeasedTask>mapToObj(Shard::new)
                .toList();
    }

    @Override
    public void start() {
        loop.start();
    }

    @Override
    public void stop() {
        loop.stop(STOP_WITHIN);
    }

    @Override
    public boolean isRunning() {
        return loop.running();
    }

    private void take() throws InterruptedException {
        boolean more;
        turn.lock();
        try {
            more = !shards.isEmpty() && look();
        } finally {
            turn.unlock();
        }
        if (!more) {
            loop.pause(lookEvery);
        }
    }

    private boolean look() {
        Instant now = clock.instant();
        List<DueTimer> due = timerStore.due(now, BATCH, Set.copyOf(shards));
        if (due.isEmpty()) {
            return false;
        }
        Map<DueTimer, Boolean> fired = new ConcurrentHashMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            due.stream()
                    .collect(groupingBy(DueTimer::stream, LinkedHashMap::new, toList()))
                    .values()
                    .forEach(moments ->
                            threads.submit(() -> moments.forEach(moment -> fired.put(moment, fired(moment)))));
        }
        List<DueTimer> decided = new ArrayList<>();
        List<DueTimer> failed = new ArrayList<>();
        fired.forEach((moment, well) -> (well ? decided : failed).add(moment));
        timerStore.done(decided, now);
        timerStore.later(failed, now.plus(LATER));
        return due.size() == BATCH && !decided.isEmpty();
    }

    /** Trouble with one case's clock must not hold up the others'. While the log takes nothing at all, the moment stays as it is. */
    private boolean fired(DueTimer moment) {
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

    private void fire(DueTimer moment) {
        AggregateType.TimerCommand maker = bySubject.get(moment.subject());
        if (maker == null) {
            LOG.error("nobody looks at clocks of a subject {}", moment.subject());
            return;
        }
        try {
            commands.onTimer(maker.of(moment.stream().toString(), moment.clock(), moment.round()));
        } catch (Rejected e) {
            LOG.error("clock {} of {} was refused: {}", moment.clock(), moment.stream(), e.code());
        }
    }
}
