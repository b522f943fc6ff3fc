package io.minutebook.bench.log;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/** Follows the stock store as its tracking processors do, never interrupted. */
final class StockFollower implements AutoCloseable {
    private static final Duration STANDSTILL = Duration.ofSeconds(6);

    private final Follower follower = new Follower("stock Axon 4.13 tracking reader");
    private final Thread thread;
    private final StockLog target;
    private volatile boolean running = true;
    private volatile @Nullable GapAwareTrackingToken token;

    StockFollower(StockLog target) {
        this.target = target;
        this.thread = Thread.ofPlatform().name("follower-stock").start(this::react);
    }

    private void react() {
        try (BlockingStream<TrackedEventMessage<?>> stream = target.store().openStream(null)) {
            while (running) {
                if (stream.hasNextAvailable(100, TimeUnit.MILLISECONDS)) {
                    TrackedEventMessage<?> event = stream.nextAvailable();
                    follower.saw(List.of(UUID.fromString(event.getIdentifier())));
                    token = (GapAwareTrackingToken) event.trackingToken();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What its token has passed without holding it for a gap, it will never look at again: that and nothing else is skipped. */
    Finding judge(Books books) throws InterruptedException, SQLException {
        int before = -1;
        Instant since = Instant.now();
        while (follower.size() < books.size() && Instant.now().isBefore(since.plus(STANDSTILL))) {
            if (follower.size() != before) {
                before = follower.size();
                since = Instant.now();
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        close();
        GapAwareTrackingToken end = requireNonNull(token, "it saw nothing at all");
        Map<UUID, Long> positions = target.positions();
        return follower.judge(books, id -> {
            long position = requireNonNull(positions.get(id));
            return position <= end.getIndex() && !end.getGaps().contains(position);
        });
    }

    @Override
    public void close() {
        running = false;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
