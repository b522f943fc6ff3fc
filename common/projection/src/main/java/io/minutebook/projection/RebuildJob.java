package io.minutebook.projection;

import io.minutebook.projection.Projection.RebuildChunk;
import io.minutebook.projection.Projection.RebuildWrite;
import io.minutebook.projection.ProjectionConsumer.PartitionSubset;
import io.minutebook.projection.RebuildRequests.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The bulk of a rebuild, beside the ordinary reading: loads all facts, then derives what follows from them. Every chunk is a short transaction of its
 * own, with the position in it. It must never be one long one: the readers of the event logs see only what lies below the oldest transaction that
 * writes anywhere in the database cluster, so all services would wait for it. For the same reason the tables have their indexes from the start:
 * CREATE INDEX afterwards would be such a transaction, as long as the table is big. A commit does not wait for the disk: what a crash takes away, it
 * takes away together with the position, and the swap at the end waits for all.
 */
final class RebuildJob implements AutoCloseable {
    private static final Duration WAIT = Duration.ofMillis(200);
    /** A thread waits for the database half of the time: two keep two cores busy. */
    private static final int LOADERS = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);

    private final Projection view;
    private final Function<PartitionSubset, ProjectionConsumer> loaders;
    private final RebuildRequests rebuildRequests;
    private final TransactionTemplate transaction;
    private final ExecutorService threads;
    private final AtomicLong read = new AtomicLong();
    private final AtomicLong total = new AtomicLong();
    private volatile boolean running = true;
    private @Nullable CompletableFuture<Void> work;

    RebuildJob(
            Projection view,
            Function<PartitionSubset, ProjectionConsumer> loaders,
            RebuildRequests rebuildRequests,
            TransactionTemplate transaction) {
        this.view = view;
        this.loaders = loaders;
        this.rebuildRequests = rebuildRequests;
        this.transaction = transaction;
        this.threads = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().name("rebuild-" + view.name() + '-', 1).factory());
    }

    void start() {
        work = CompletableFuture.runAsync(this::run, threads);
    }

    /** Whether the next copy now only has to catch up. Throws what stopped it. */
    boolean finished() {
        CompletableFuture<Void> begun = work;
        if (begun == null || !begun.isDone()) {
            return false;
        }
        join(begun);
        return true;
    }

    /** Records loaded so far, of {@link #total}. */
    long read() {
        return read.get();
    }

    long total() {
        return total.get();
    }

    @Override
    public void close() {
        running = false;
        threads.shutdown();
        try {
            threads.awaitTermination(15, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        switch (rebuildRequests.step(view.name())) {
            case LOADING -> {
                load();
                pass(Step.LOADING, Step.DERIVING);
                derive();
                pass(Step.DERIVING, Step.CATCHING_UP);
            }
            case DERIVING -> {
                derive();
                pass(Step.DERIVING, Step.CATCHING_UP);
            }
            case CATCHING_UP -> {}
        }
    }

    private void pass(Step before, Step after) {
        if (running) {
            transaction.executeWithoutResult(status -> rebuildRequests.enter(view.name(), before, after));
        }
    }

    private void load() {
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int number = 0; number < LOADERS; number++) {
            PartitionSubset share = new PartitionSubset(number, LOADERS);
            all.add(CompletableFuture.runAsync(() -> load(share), threads));
        }
        all.forEach(RebuildJob::join);
    }

    private void load(PartitionSubset share) {
        try (ProjectionConsumer loader = loaders.apply(share)) {
            Map<TopicPartition, Long> goal = loader.ends();
            Map<TopicPartition, Long> beginnings = loader.beginnings();
            total.addAndGet(distance(beginnings, goal));
            read.addAndGet(distance(beginnings, loader.positions()));
            while (running && !reached(loader.positions(), goal)) {
                read.addAndGet(loader.step(WAIT));
            }
        }
    }

    /** While a piece is worked out and written, the next one is read. */
    private void derive() {
        String after = rebuildRequests.derived(view.name());
        RebuildChunk piece = join(next(after));
        while (running && piece != null) {
            CompletableFuture<@Nullable RebuildChunk> coming = next(piece.last());
            write(after, piece.last(), piece.derive());
            after = piece.last();
            piece = join(coming);
        }
    }

    private CompletableFuture<@Nullable RebuildChunk> next(String after) {
        return CompletableFuture.supplyAsync(() -> transaction.execute(status -> view.pieceAfter(after)), threads);
    }

    private void write(String before, String last, RebuildWrite derived) {
        transaction.executeWithoutResult(status -> {
            rebuildRequests.derived(view.name(), before, last);
            rebuildRequests.withoutWaiting();
            derived.write();
        });
    }

    private static <T extends @Nullable Object> T join(CompletableFuture<T> work) {
        try {
            return work.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException reason ? reason : failed;
        }
    }

    static long distance(Map<TopicPartition, Long> from, Map<TopicPartition, Long> to) {
        return to.entrySet().stream()
                .mapToLong(e -> e.getValue() - from.getOrDefault(e.getKey(), 0L))
                .sum();
    }

    static boolean reached(Map<TopicPartition, Long> positions, Map<TopicPartition, Long> goal) {
        return goal.entrySet().stream().allMatch(e -> positions.getOrDefault(e.getKey(), 0L) >= e.getValue());
    }
}
