package io.minutebook.bench.figure;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/** When what was sent under a number was due, and when it was there. */
final class Arrivals {
    private static final long LONGEST_NANOS = 120_000_000_000L;
    private static final long WAIT_NANOS = 60_000_000_000L;

    private final AtomicLongArray due;
    private final AtomicLongArray there;
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger arrived = new AtomicInteger();
    private final AtomicLong allSentAt = new AtomicLong(Long.MAX_VALUE);
    private int pending;

    Arrivals(int most) {
        due = new AtomicLongArray(most);
        there = new AtomicLongArray(most);
    }

    /** A number for what was due then. */
    int send(long dueNanos) {
        int number = sent.getAndIncrement();
        due.set(number, dueNanos);
        return number;
    }

    /** Counts the first time only: whoever looks may see it twice. */
    void arrive(int number, long nanos) {
        if (number < sent.get() && there.compareAndSet(number, 0, nanos)) {
            arrived.incrementAndGet();
        }
    }

    /** When the oldest was due that is not there yet; now, if all are there. For the one thread that watches. */
    long oldestDue() {
        while (pending < sent.get() && there.get(pending) != 0) {
            pending++;
        }
        long oldest = pending < sent.get() ? due.get(pending) : 0;
        return oldest == 0 ? System.nanoTime() : oldest;
    }

    void allSent() {
        allSentAt.set(System.nanoTime());
    }

    /** Whether there is nothing to wait for any more, or it was waited long enough. */
    boolean over() {
        return allSentAt.get() != Long.MAX_VALUE && (complete() || System.nanoTime() - allSentAt.get() > WAIT_NANOS);
    }

    boolean complete() {
        return arrived.get() == sent.get();
    }

    Histogram latencies() {
        var latencies = new Histogram(LONGEST_NANOS, 3);
        for (int i = 0; i < sent.get(); i++) {
            latencies.recordValue(Math.clamp(there.get(i) - due.get(i), 0, LONGEST_NANOS));
        }
        return latencies;
    }

    @Override
    public String toString() {
        return arrived + " of " + sent + " arrived, all but "
                + IntStream.range(0, sent.get())
                        .filter(i -> there.get(i) == 0)
                        .boxed()
                        .limit(20)
                        .toList();
    }
}
