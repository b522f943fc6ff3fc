package io.minutebook.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class OpenLoopTest {
    /** One stall of 300 ms at 500 requests a second: 150 of 1,000 requests wait behind it. */
    @Test
    void a_stall_counts_for_all_that_waited_behind_it() throws Exception {
        var done = new AtomicInteger();

        var latencies = OpenLoop.latencies(1, 500, 2, thread -> () -> {
            if (done.incrementAndGet() == 200) {
                stall(300);
            }
        });

        assertThat(latencies.getTotalCount()).isEqualTo(1_000);
        assertThat(OpenLoop.p99(latencies)).isBetween(200.0, 600.0);
        assertThat(latencies.getValueAtPercentile(88) / 1e6).isGreaterThan(10);
    }

    @Test
    void keeps_to_the_rate() throws Exception {
        long begun = System.nanoTime();

        var latencies = OpenLoop.latencies(4, 1_000, 1, thread -> () -> {});

        assertThat(latencies.getTotalCount()).isEqualTo(1_000);
        assertThat((System.nanoTime() - begun) / 1e6).isGreaterThan(990);
    }

    @Test
    void the_first_failure_ends_it() {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> OpenLoop.latencies(2, 100, 1, thread -> () -> {
                    throw new IllegalStateException("refused");
                })))
                .hasMessage("refused");
    }

    private static void stall(long millis) {
        long end = System.nanoTime() + millis * 1_000_000;
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }
}
