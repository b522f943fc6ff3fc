package io.minutebook.intake.api;

import io.minutebook.intake.domain.cases.CaseNumber;
import io.minutebook.kernel.SitePolicies;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives each case a number of its own, from the database's sequence. Those who wait at the same time get theirs from one query, which takes as many
 * numbers as there are of them and none in store: a number that is missing was given to a case that was then not recorded.
 */
@Component
class CaseNumberSequence {
    private final JdbcClient database;
    private final Supplier<SitePolicies> policies;
    private final Queue<CompletableFuture<Long>> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock();

    CaseNumberSequence(JdbcClient database, Supplier<SitePolicies> policies) {
        this.database = database;
        this.policies = policies;
    }

    /** @throws org.springframework.dao.DataAccessException where the database gives none */
    String next(String site, Instant at) {
        return CaseNumber.of(at, policies.get().site(site).zone(), next()).text();
    }

    private long next() {
        CompletableFuture<Long> mine = new CompletableFuture<>();
        waiting.add(mine);
        turn.lock();
        try {
            if (!mine.isDone()) {
                serve();
            }
        } finally {
            turn.unlock();
        }
        try {
            return mine.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    private void serve() {
        List<CompletableFuture<Long>> group = new ArrayList<>();
        for (CompletableFuture<Long> next = waiting.poll(); next != null; next = waiting.poll()) {
            group.add(next);
        }
        try {
            List<Long> numbers = database.sql("SELECT nextval('case_number') FROM generate_series(1, ?)")
                    .param(group.size())
                    .query(Long.class)
                    .list();
            for (int i = 0; i < group.size(); i++) {
                group.get(i).complete(numbers.get(i));
            }
        } catch (RuntimeException e) {
            group.forEach(each -> each.completeExceptionally(e));
        }
    }
}
