package io.minutebook.bench.log;

import io.minutebook.platform.command.Commands;
import io.minutebook.platform.command.Ids;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Races on one case: one instance answers another service's event while another instance takes somebody's entry. */
final class Races {
    private static final int LANES = 8;
    private static final int A_CASE = 50;
    private static final int HEAD_START_MICROS = 2_000;

    private interface Runner {
        void run(UUID stream, int race) throws Exception;
    }

    private final Subscriber subscriber;
    private final Commands entering;
    private final Ids ids = new Ids(Clock.systemUTC());

    Races(Subscriber subscriber, Commands entering) {
        this.subscriber = subscriber;
        this.entering = entering;
    }

    /** Runs them, several lanes at a time, and returns how many events they made. */
    int run(int races) throws InterruptedException, ExecutionException {
        int each = Math.ceilDiv(races, LANES);
        List<Future<?>> runners = new ArrayList<>();
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().name("racer-", 0).factory())) {
            for (int lane = 0; lane < LANES; lane++) {
                int partition = lane;
                CyclicBarrier line = new CyclicBarrier(2);
                List<UUID> cases = ids(Math.ceilDiv(each, A_CASE));
                runners.add(threads.submit(
                        () -> lap(line, cases, each, (stream, race) -> subscriber.hear(stream, partition, race + 1))));
                runners.add(threads.submit(() -> lap(
                        line, cases, each, (stream, race) -> entering.sendOpenly(new Tally.Say(stream), "somebody"))));
            }
        }
        for (Future<?> runner : runners) {
            runner.get();
        }
        return 2 * each * LANES;
    }

    private static Void lap(CyclicBarrier line, List<UUID> cases, int races, Runner runner) throws Exception {
        for (int race = 0; race < races; race++) {
            ready(line);
            TimeUnit.MICROSECONDS.sleep(ThreadLocalRandom.current().nextInt(HEAD_START_MICROS));
            runner.run(cases.get(race / A_CASE), race);
        }
        return null;
    }

    private static void ready(CyclicBarrier line)
            throws InterruptedException, BrokenBarrierException, TimeoutException {
        line.await(1, TimeUnit.MINUTES);
    }

    private List<UUID> ids(int count) {
        List<UUID> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            made.add(ids.next());
        }
        return made;
    }
}
