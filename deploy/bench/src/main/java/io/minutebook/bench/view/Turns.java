package io.minutebook.bench.view;

import io.minutebook.platform.topics.Copy;
import io.minutebook.platform.topics.Fact;
import io.minutebook.platform.topics.TopicView;
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
    private final AtomicLong facts = new AtomicLong();

    Turns(int dawdleMillis) {
        this.dawdleMillis = dawdleMillis;
    }

    /** How often another instance wrote than the one before. */
    long taken() {
        return taken.get();
    }

    /** Facts applied, those that were applied in vain included. */
    long facts() {
        return facts.get();
    }

    TopicView watch(TopicView view, Object instance) {
        return new TopicView() {
            @Override
            public String name() {
                return view.name();
            }

            @Override
            public List<String> topics() {
                return view.topics();
            }

            @Override
            public void apply(Copy copy, List<Fact> batch) {
                dawdle();
                view.apply(copy, batch);
                dawdle();
                facts.addAndGet(batch.size());
                if (last.getAndSet(instance) != instance) {
                    taken.incrementAndGet();
                }
            }

            @Override
            public void forget(Copy copy) {
                view.forget(copy);
            }

            @Override
            public void prepareNext() {
                view.prepareNext();
            }

            @Override
            public void load(List<Fact> chunk) {
                view.load(chunk);
                dawdle();
            }

            @Override
            public @Nullable Piece pieceAfter(String subject) {
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
