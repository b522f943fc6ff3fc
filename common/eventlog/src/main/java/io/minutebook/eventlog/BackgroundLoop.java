package io.minutebook.eventlog;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that takes one step after another until it is stopped. After a step that failed it waits, twice as long each time up to a limit, and
 * goes on; once a step has lasted longer than that limit, the next failure counts as the first.
 */
public final class BackgroundLoop {
    /** One step. It pauses by {@link BackgroundLoop#pause}, or by something that the stop wakes it from. */
    @FunctionalInterface
    public interface Step {
        /** @throws InterruptedException when the loop is to end */
        void take() throws Exception;
    }

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundLoop.class);

    private final Thread.Builder threads;
    private final Duration afterFailure;
    private final Duration longest;
    private final Step step;
    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private volatile @Nullable Thread thread;

    /**
     * @param threads what kind of thread it is and its name, which the log names after a failure
     * @param afterFailure how long it waits after a first failure
     * @param longest how long it waits at most
     */
    public BackgroundLoop(Thread.Builder threads, Duration afterFailure, Duration longest, Step step) {
        this.threads = threads;
        this.afterFailure = afterFailure;
        this.longest = longest;
        this.step = step;
    }

    /** Starts it, also anew after a stop; returns at once. */
    public void start() {
        CountDownLatch until = new CountDownLatch(1);
        stopped = until;
        thread = threads.start(() -> run(until));
    }

    /** Returns whether it was started and not stopped since. */
    public boolean running() {
        return stopped.getCount() > 0;
    }

    /** Lets a step wait: for this long, or until the loop is stopped. */
    public void pause(Duration time) throws InterruptedException {
        stopped.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Stops it as {@link #stop(Duration, Runnable)} does, where a step waits for nothing but its pause. */
    public void stop(Duration limit) {
        stop(limit, () -> {});
    }

    /**
     * Lets it take no further step and returns when it has ended. A step that goes on for longer than the limit is interrupted, and given up after
     * the limit has passed once more.
     *
     * @param wake wakes a step that waits for something else than its pause
     */
    public void stop(Duration limit, Runnable wake) {
        stopped.countDown();
        wake.run();
        Thread stepping = thread;
        try {
            if (stepping != null && !stepping.join(limit)) {
                stepping.interrupt();
                stepping.join(limit);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(CountDownLatch until) {
        Duration wait = afterFailure;
        while (until.getCount() > 0) {
            long begun = System.nanoTime();
            try {
                step.take();
                wait = afterFailure;
            } catch (InterruptedException e) {
                return;
            } catch (Exception e) {
                if (until.getCount() == 0) {
                    return;
                }
                LOG.warn(
                        "{} goes on after a failure: {}", Thread.currentThread().getName(), e.toString(), e);
                if (System.nanoTime() - begun > longest.toNanos()) {
                    wait = afterFailure;
                }
                if (stopped(until, wait)) {
                    return;
                }
                wait = wait.multipliedBy(2).compareTo(longest) < 0 ? wait.multipliedBy(2) : longest;
            }
        }
    }

    private static boolean stopped(CountDownLatch until, Duration wait) {
        try {
            return until.await(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }
}
