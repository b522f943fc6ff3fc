package io.minutebook.bench.load;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * Requests come when they come, whether or not the last one was answered. The time of each runs from when it was due, so that what stalls one
 * counts for all that had to wait behind it.
 */
public final class OpenLoop {
    private static final long LONGEST_NANOS = 60_000_000_000L;

    private OpenLoop() {}

    /** Latencies in nanoseconds at so many requests a second; threads are how many can be under way at once. */
    public static Histogram latencies(int threads, double rate, double seconds, Work work) throws Exception {
        var begun = new AtomicLong();
        var next = new AtomicLong();
        long requests = (long) (rate * seconds);
        var all = new Histogram(LONGEST_NANOS, 3);
        for (var some : Crew.run(threads, work, () -> begun.set(System.nanoTime()), task -> {
            var latencies = new Histogram(LONGEST_NANOS, 3);
            for (long ticket = next.getAndIncrement(); ticket < requests; ticket = next.getAndIncrement()) {
                long due = begun.get() + (long) (ticket / rate * 1e9);
                for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                    LockSupport.parkNanos(wait);
                }
                task.onceDueAt(due);
                latencies.recordValue(Math.min(LONGEST_NANOS, System.nanoTime() - due));
            }
            return latencies;
        })) {
            all.add(some);
        }
        return all;
    }

    /** The 99th percentile in milliseconds. */
    public static double p99(Histogram latencies) {
        return latencies.getValueAtPercentile(99) / 1e6;
    }
}
