package io.minutebook.bench.load;

import java.util.concurrent.atomic.AtomicLong;

/** Each thread does the next one as soon as the last is done: how much goes through. */
public final class ClosedLoop {
    private ClosedLoop() {}

    /** Does it so many times in all. */
    public static void times(int threads, long times, Work work) throws Exception {
        var left = new AtomicLong(times);
        Crew.run(threads, work, () -> {}, task -> {
            while (left.getAndDecrement() > 0) {
                task.once();
            }
            return true;
        });
    }

    /** Done a second, over so many seconds. */
    public static double perSecond(int threads, double seconds, Work work) throws Exception {
        var begun = new AtomicLong();
        var counts = Crew.run(threads, work, () -> begun.set(System.nanoTime()), task -> {
            long end = begun.get() + (long) (seconds * 1e9);
            long count = 0;
            while (System.nanoTime() < end) {
                task.once();
                count++;
            }
            return count;
        });
        double took = (System.nanoTime() - begun.get()) / 1e9;
        long all = 0;
        for (long count : counts) {
            all += count;
        }
        return all / took;
    }
}
