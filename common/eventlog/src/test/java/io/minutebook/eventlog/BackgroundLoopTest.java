package io.minutebook.eventlog;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BackgroundLoopTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration SOON = Duration.ofMillis(1);
    private static final Duration NEVER = Duration.ofDays(1);

    private final AtomicInteger steps = new AtomicInteger();
    private final AtomicReference<@Nullable Thread> stepping = new AtomicReference<>();

    @Test
    void it_takes_step_after_step_until_it_is_stopped_and_may_be_started_anew() {
        BackgroundLoop loop = loop(SOON, steps::incrementAndGet);
        assertThat(loop.running()).isFalse();
        loop.start();
        assertThat(loop.running()).isTrue();
        await().until(() -> steps.get() > 2);
        loop.stop(LIMIT);
        assertThat(loop.running()).isFalse();
        assertThat(ended()).isTrue();
        int before = steps.get();
        loop.start();
        await().until(() -> steps.get() > before);
        loop.stop(LIMIT);
        assertThat(ended()).isTrue();
    }

    @Test
    void it_goes_on_after_steps_that_failed() {
        BackgroundLoop loop = loop(SOON, () -> {
            if (steps.incrementAndGet() < 4) {
                throw new IllegalStateException("planted");
            }
        });
        loop.start();
        await().until(() -> steps.get() > 5);
        loop.stop(LIMIT);
        assertThat(ended()).isTrue();
    }

    @Test
    void after_each_failure_it_waits_longer_up_to_the_limit() {
        List<Long> times = Collections.synchronizedList(new ArrayList<>());
        BackgroundLoop loop = new BackgroundLoop(
                Thread.ofVirtual().name("trial"), Duration.ofMillis(20), Duration.ofMillis(70), () -> {
                    times.add(System.nanoTime());
                    throw new IllegalStateException("planted");
                });
        loop.start();
        await().until(() -> times.size() > 4);
        loop.stop(LIMIT);
        assertThat(between(times, 0)).isGreaterThanOrEqualTo(Duration.ofMillis(20));
        assertThat(between(times, 1)).isGreaterThanOrEqualTo(Duration.ofMillis(40));
        assertThat(between(times, 2)).isGreaterThanOrEqualTo(Duration.ofMillis(70));
        assertThat(between(times, 3)).isGreaterThanOrEqualTo(Duration.ofMillis(70));
    }

    @Test
    void a_stop_ends_the_wait_after_a_failure() {
        BackgroundLoop loop = loop(NEVER, () -> {
            steps.incrementAndGet();
            throw new IllegalStateException("planted");
        });
        loop.start();
        await().until(() -> steps.get() == 1 && waiting());
        loop.stop(LIMIT);
        assertThat(ended()).isTrue();
        assertThat(steps).hasValue(1);
    }

    @Test
    void a_stop_ends_the_pause_of_a_step() {
        AtomicReference<@Nullable BackgroundLoop> self = new AtomicReference<>();
        BackgroundLoop loop = loop(SOON, () -> {
            steps.incrementAndGet();
            requireNonNull(self.get()).pause(NEVER);
        });
        self.set(loop);
        loop.start();
        await().until(() -> steps.get() == 1 && waiting());
        loop.stop(LIMIT);
        assertThat(ended()).isTrue();
        assertThat(steps).hasValue(1);
    }

    @Test
    void a_stop_wakes_a_step_that_waits_for_something_else() {
        CountDownLatch news = new CountDownLatch(1);
        BackgroundLoop loop = loop(SOON, () -> {
            news.await();
            steps.incrementAndGet();
        });
        loop.start();
        await().until(this::waiting);
        loop.stop(LIMIT, news::countDown);
        assertThat(ended()).isTrue();
        assertThat(steps).hasValue(1);
    }

    @Test
    void a_step_that_does_not_end_within_the_limit_is_interrupted() {
        BackgroundLoop loop = loop(SOON, () -> new SynchronousQueue<String>().take());
        loop.start();
        await().until(this::waiting);
        loop.stop(SOON);
        await().until(this::ended);
    }

    private BackgroundLoop loop(Duration afterFailure, BackgroundLoop.Step step) {
        return new BackgroundLoop(Thread.ofPlatform().daemon().name("trial"), afterFailure, afterFailure, () -> {
            stepping.set(Thread.currentThread());
            step.take();
        });
    }

    private boolean waiting() {
        Thread thread = stepping.get();
        return thread != null
                && switch (thread.getState()) {
                    case WAITING, TIMED_WAITING -> true;
                    case NEW, RUNNABLE, BLOCKED, TERMINATED -> false;
                };
    }

    private boolean ended() {
        Thread thread = stepping.get();
        return thread != null && !thread.isAlive();
    }

    private static Duration between(List<Long> times, int before) {
        return Duration.ofNanos(times.get(before + 1) - times.get(before));
    }
}
