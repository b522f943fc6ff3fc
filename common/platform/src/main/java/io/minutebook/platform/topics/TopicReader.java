package io.minutebook.platform.topics;

import io.minutebook.eventlog.WorkShares;
import io.minutebook.platform.topics.Rebuilds.Progress;
import io.minutebook.platform.topics.Rebuilds.State;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the topics for one view, in one thread, while this instance has the lead. A rebuild goes on beside it: the next copy is filled in bulk by
 * threads of its own, catches up with the serving one, then takes its place in one transaction.
 */
final class TopicReader implements WorkShares.Part {
    private static final Logger LOG = LoggerFactory.getLogger(TopicReader.class);
    private static final Duration WAIT = Duration.ofMillis(200);
    private static final Duration WAIT_BESIDE = Duration.ofMillis(20);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration WAIT_AFTER_FAILURE = Duration.ofSeconds(1);

    private final TopicView view;
    private final Passes passes;
    private final Positions positions;
    private final Rebuilds rebuilds;
    private final TransactionTemplate transaction;
    private final Object pause = new Object();

    private volatile boolean running;
    private volatile @Nullable Thread thread;
    private volatile @Nullable Pass serving;
    private volatile long lag;
    private volatile int failures;
    private @Nullable Pass next;
    private Map<TopicPartition, Long> from = Map.of();
    private Map<TopicPartition, Long> goal = Map.of();
    private @Nullable Rebuild rebuild;
    private long lookedAt;

    TopicReader(
            TopicView view, Passes passes, Positions positions, Rebuilds rebuilds, TransactionTemplate transaction) {
        this.view = view;
        this.passes = passes;
        this.positions = positions;
        this.rebuilds = rebuilds;
        this.transaction = transaction;
    }

    String view() {
        return view.name();
    }

    @Override
    public String name() {
        return "view." + view.name();
    }

    long lag() {
        return lag;
    }

    /** How often in a row it failed. */
    int failures() {
        return failures;
    }

    /** Whether this instance has the lead, as far as it knows. */
    boolean leading() {
        return running;
    }

    @Override
    public void begin() {
        running = true;
        thread = Thread.ofPlatform().name("view-" + view.name()).start(this::run);
    }

    @Override
    public void end() {
        running = false;
        synchronized (pause) {
            pause.notifyAll();
        }
        Pass reading = serving;
        if (reading != null) {
            reading.wakeUp();
        }
        Thread mine = thread;
        if (mine != null) {
            try {
                mine.join(Duration.ofSeconds(15));
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
        lag = 0;
    }

    private void run() {
        while (running) {
            try {
                turn();
                failures = 0;
            } catch (WakeupException stopped) {
                // asked to stop
            } catch (RuntimeException failed) {
                afterFailure(failed);
            }
        }
        close();
    }

    private void turn() {
        Pass reading = serving;
        if (reading == null) {
            reading = passes.over(view, Copy.SERVING);
            serving = reading;
        }
        int read = reading.step(patience());
        lag = reading.lag();
        if (!reading.assigned()) {
            sleep(WAIT);
        }
        Rebuild bulk = rebuild;
        if (next != null) {
            catchUp(reading, next);
        } else if (bulk != null && bulk.finished()) {
            bulk.close();
            rebuild = null;
            Pass rebuilt = passes.over(view, Copy.NEXT);
            next = rebuilt;
            // asked before it reads: while the broker keeps a consumer's question for more, it answers it nothing else
            from = rebuilt.beginnings();
            goal = rebuilt.ends();
        } else if (read == 0 && bulk == null || System.nanoTime() - lookedAt > LOOK.toNanos()) {
            lookedAt = System.nanoTime();
            look(bulk);
        }
    }

    /** How long a turn may wait for records: hardly while a rebuild waits for what comes after it. */
    private Duration patience() {
        if (next != null) {
            return Duration.ZERO;
        }
        return rebuild == null ? WAIT : WAIT_BESIDE;
    }

    /** Starts a rebuild that was asked for, or goes on with one that a stop interrupted; tells how far one is that runs. */
    private void look(@Nullable Rebuild bulk) {
        if (bulk != null) {
            save(bulk.read(), bulk.total());
            return;
        }
        Progress asked = transaction.execute(status -> rebuilds.progress(view.name()));
        if (asked == null || asked.state() != State.REQUESTED && asked.state() != State.RUNNING) {
            return;
        }
        if (asked.state() == State.REQUESTED) {
            transaction.executeWithoutResult(status -> {
                view.prepareNext();
                positions.forget(Pass.readerOf(view, Copy.NEXT));
                rebuilds.save(view.name(), new Progress(State.RUNNING, 0, 0));
            });
        }
        LOG.info("{} is being rebuilt", view.name());
        rebuild = new Rebuild(view, share -> passes.loading(view, share), rebuilds, transaction);
        rebuild.start();
    }

    private void catchUp(Pass reading, Pass rebuilt) {
        if (rebuilt.step(WAIT_BESIDE) > 0
                || !Rebuild.reached(rebuilt.positions(), goal)
                || !Rebuild.reached(rebuilt.positions(), reading.positions())) {
            return;
        }
        long read = Rebuild.distance(from, rebuilt.positions());
        transaction.executeWithoutResult(status -> {
            reading.hold();
            rebuilt.hold();
            view.swap();
            positions.rename(Pass.readerOf(view, Copy.NEXT), Pass.readerOf(view, Copy.SERVING));
            rebuilds.save(view.name(), new Progress(State.DONE, read, read));
        });
        rebuilt.close();
        next = null;
        reading.reset();
        LOG.info("{} is rebuilt from {} records", view.name(), read);
    }

    private void save(long read, long total) {
        transaction.executeWithoutResult(
                status -> rebuilds.save(view.name(), new Progress(State.RUNNING, read, Math.max(read, total))));
    }

    private void afterFailure(Exception failed) {
        failures++;
        if (!running) {
            return;
        }
        LOG.warn("{} reads again after a failure: {}", view.name(), failed.toString());
        LOG.debug("the failure", failed);
        close();
        sleep(WAIT_AFTER_FAILURE);
    }

    private void close() {
        Map<String, Pass> open = new HashMap<>();
        if (serving != null) {
            open.put("serving", serving);
        }
        if (next != null) {
            open.put("next", next);
        }
        serving = null;
        next = null;
        Rebuild bulk = rebuild;
        rebuild = null;
        if (bulk != null) {
            bulk.close();
        }
        open.values().forEach(pass -> {
            try {
                pass.close();
            } catch (KafkaException gone) {
                LOG.debug("closing", gone);
            }
        });
    }

    private void sleep(Duration time) {
        synchronized (pause) {
            try {
                if (running) {
                    pause.wait(time.toMillis());
                }
            } catch (InterruptedException stopped) {
                running = false;
                Thread.currentThread().interrupt();
            }
        }
    }
}
