package io.minutebook.bench.view;

import io.minutebook.projection.Projection;
import io.minutebook.projection.TableCopy;
import io.minutebook.projection.TopicEvent;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Watches who writes, and makes the writers dawdle within their transactions, so that the lead is gone before they are done. */
final class Turns {
    private final int dawdleMillis;
    private final AtomicReference<@Nullable Object> last = new AtomicReference<>();
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong events = new AtomicLong();

    Turns(int dawdleMillis) {
        this.dawdleMillis = dawdleMillis;
    }

    /** How often another instance wrote than the one before. */
    long taken() {
        return taken.get();
    }

    /** Facts applied, those that were applied in vain included. */
    long events() {
        return events.get();
    }

    Projection watch(Projection view, Object instance) {
        return new Projection() {
            @Override
            public String name() {
                return view.name();
            }

            @Override
            public List<String> topics() {
                return view.topics();
            }

            @Override
            public void apply(TableCopy tableCopy, List<TopicEvent> batch) {
                dawdle();
                view.apply(tableCopy, batch);
                dawdle();
                events.addAndGet(batch.size());
                if (last.getAndSet(instance) != instance) {
                    taken.incrementAndGet();
                }
            }

            @Override
            public void forget(TableCopy tableCopy) {
                view.forget(tableCopy);
            }

            @Override
            public void prepareNext() {
                view.prepareNext();
            }

            @Override
            public void load(List<TopicEvent> chunk) {
                view.load(chunk);
                dawdle();
            }

            @Override
            public @Nullable RebuildChunk pieceAfter(String subject) {
                return view.pieceAfter(subject);
            }

            @Override
            public void swap() {
                view.swap();
            }
        };
    }

    private void dawdle() {
        if (dawdleMillis > 0) {
            LockSupport.parkNanos(
                    TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextInt(dawdleMillis)));
        }
    }
}
