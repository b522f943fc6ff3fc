package io.minutebook.projection;

import io.minutebook.eventlog.BackgroundLoop;
import io.minutebook.eventlog.LeaseCoordinator;
import io.minutebook.projection.RebuildRequests.Progress;
import io.minutebook.projection.RebuildRequests.State;
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
final class ProjectionRunner implements LeaseCoordinator.LeasedTask {
    private static final Logger LOG = LoggerFactory.getLogger(ProjectionRunner.class);
    private static final Duration WAIT = Duration.ofMillis(200);
    private static final Duration WAIT_BESIDE = Duration.ofMillis(20);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration WAIT_AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(15);

    private final Projection view;
    private final ProjectionConsumers projectionConsumers;
    private final Checkpoints checkpoints;
    private final RebuildRequests rebuildRequests;
    private final TransactionTemplate transaction;
    private final BackgroundLoop loop;

    private volatile @Nullable ProjectionConsumer serving;
    private volatile long lag;
    private volatile int failures;
    private @Nullable ProjectionConsumer next;
    private Map<TopicPartition, Long> from = Map.of();
    private Map<TopicPartition, Long> goal = Map.of();
    private @Nullable RebuildJob rebuildJob;
    private long lookedAt;

    ProjectionRunner(
            Projection view,
            ProjectionConsumers projectionConsumers,
            Checkpoints checkpoints,
            RebuildRequests rebuildRequests,
            TransactionTemplate transaction) {
        this.view = view;
        this.projectionConsumers = projectionConsumers;
        this.checkpoints = checkpoints;
        this.rebuildRequests = rebuildRequests;
        this.transaction = transaction;
        this.loop = new BackgroundLoop(
                Thread.ofPlatform().name("view-" + view.name()), WAIT_AFTER_FAILURE, WAIT_AFTER_FAILURE, this::read);
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
        return loop.running();
    }

    @Override
    public void begin() {
        loop.start();
    }

    @Override
    public void end() {
        loop.stop(STOP_WITHIN, () -> {
            ProjectionConsumer reading = serving;
            if (reading != null) {
                reading.wakeUp();
            }
        });
        lag = 0;
    }

    /** Reads with the same consumers until it is stopped or fails. */
    private void read() throws InterruptedException {
        try {
            while (loop.running()) {
                turn();
                failures = 0;
            }
        } catch (WakeupException stopped) {
            // asked to stop
        } catch (RuntimeException failed) {
            failures++;
            throw failed;
        } finally {
            close();
        }
    }

    private void turn() throws InterruptedException {
        ProjectionConsumer reading = serving;
        if (reading == null) {
            reading = projectionConsumers.over(view, TableCopy.SERVING);
            serving = reading;
        }
        int read = reading.step(patience());
        lag = reading.lag();
        if (!reading.assigned()) {
            loop.pause(WAIT);
        }
        RebuildJob bulk = rebuildJob;
        if (next != null) {
            catchUp(reading, next);
        } else if (bulk != null && bulk.finished()) {
            bulk.close();
            rebuildJob = null;
            ProjectionConsumer rebuilt = projectionConsumers.over(view, TableCopy.NEXT);
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
        return rebuildJob == null ? WAIT : WAIT_BESIDE;
    }

    /** Starts a rebuild that was asked for, or goes on with one that a stop interrupted; reports how far one is that runs. */
    private void look(@Nullable RebuildJob bulk) {
        if (bulk != null) {
            save(bulk.read(), bulk.total());
            return;
        }
        Progress asked = transaction.execute(status -> rebuildRequests.progress(view.name()));
        if (asked == null || asked.state() != State.REQUESTED && asked.state() != State.RUNNING) {
            return;
        }
        if (asked.state() == State.REQUESTED) {
            transaction.executeWithoutResult(status -> {
                view.prepareNext();
                checkpoints.forget(ProjectionConsumer.readerOf(view, TableCopy.NEXT));
                rebuildRequests.save(view.name(), new Progress(State.RUNNING, 0, 0));
            });
        }
        LOG.info("{} is being rebuilt", view.name());
        rebuildJob =
                new RebuildJob(view, share -> projectionConsumers.loading(view, share), rebuildRequests, transaction);
        rebuildJob.start();
    }

    private void catchUp(ProjectionConsumer reading, ProjectionConsumer rebuilt) {
        if (rebuilt.step(WAIT_BESIDE) > 0
                || !RebuildJob.reached(rebuilt.positions(), goal)
                || !RebuildJob.reached(rebuilt.positions(), reading.positions())) {
            return;
        }
        long read = RebuildJob.distance(from, rebuilt.positions());
        transaction.executeWithoutResult(status -> {
            reading.hold();
            rebuilt.hold();
            view.swap();
            checkpoints.rename(
                    ProjectionConsumer.readerOf(view, TableCopy.NEXT),
                    ProjectionConsumer.readerOf(view, TableCopy.SERVING));
            rebuildRequests.save(view.name(), new Progress(State.DONE, read, read));
        });
        rebuilt.close();
        next = null;
        reading.reset();
        LOG.info("{} is rebuilt from {} records", view.name(), read);
    }

    private void save(long read, long total) {
        transaction.executeWithoutResult(
                status -> rebuildRequests.save(view.name(), new Progress(State.RUNNING, read, Math.max(read, total))));
    }

    private void close() {
        Map<String, ProjectionConsumer> open = new HashMap<>();
        if (serving != null) {
            open.put("serving", serving);
        }
        if (next != null) {
            open.put("next", next);
        }
        serving = null;
        next = null;
        RebuildJob bulk = rebuildJob;
        rebuildJob = null;
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
}
