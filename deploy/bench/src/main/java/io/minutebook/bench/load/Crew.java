package io.minutebook.bench.load;

import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that are all ready before the first of them starts. */
final class Crew {
    interface Shift<R> {
        R work(Work.Task task) throws Exception;
    }

    private Crew() {}

    /** Returns each thread's result; the first failure of any of them is thrown. */
    static <R> Iterable<R> run(int threads, Work work, Runnable whenReady, Shift<R> shift) throws Exception {
        var ready = new CountDownLatch(threads);
        var go = new CountDownLatch(1);
        var results = new ArrayList<R>();
        try (var crew = Executors.newFixedThreadPool(threads)) {
            var shifts = new ArrayList<Future<R>>();
            for (int i = 0; i < threads; i++) {
                int thread = i;
                shifts.add(crew.submit(() -> {
                    try (var task = prepared(work, thread, ready)) {
                        go.await();
                        return shift.work(task);
                    }
                }));
            }
            ready.await();
            whenReady.run();
            go.countDown();
            for (var each : shifts) {
                results.add(each.get());
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
        return results;
    }

    private static Work.Task prepared(Work work, int thread, CountDownLatch ready) throws Exception {
        try {
            return work.of(thread);
        } finally {
            ready.countDown();
        }
    }
}
