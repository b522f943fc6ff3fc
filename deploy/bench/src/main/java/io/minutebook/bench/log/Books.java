package io.minutebook.bench.log;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** What the adversary knows of its own transactions: which were acknowledged, which cannot have committed, and which it has to look up. */
public final class Books {
    private final Map<UUID, AdversaryEvent> committed = new ConcurrentHashMap<>();
    private final Queue<List<AdversaryEvent>> unknown = new ConcurrentLinkedQueue<>();
    private final AtomicInteger transactions = new AtomicInteger();
    private final AtomicInteger rolledBack = new AtomicInteger();
    private final AtomicInteger conflicts = new AtomicInteger();
    private final AtomicInteger lookedUp = new AtomicInteger();
    private final AtomicInteger torn = new AtomicInteger();

    void committed(List<AdversaryEvent> entries) {
        transactions.incrementAndGet();
        keep(entries);
    }

    void rolledBack() {
        transactions.incrementAndGet();
        rolledBack.incrementAndGet();
    }

    void conflict() {
        transactions.incrementAndGet();
        conflicts.incrementAndGet();
    }

    void unknown(List<AdversaryEvent> entries) {
        transactions.incrementAndGet();
        unknown.add(List.copyOf(entries));
    }

    /** Looks up what became of the unknown ones; nothing may be running any more. */
    void settle(Target target) throws SQLException {
        for (List<AdversaryEvent> entries = unknown.poll(); entries != null; entries = unknown.poll()) {
            lookedUp.incrementAndGet();
            int found = 0;
            for (Map.Entry<UUID, List<AdversaryEvent>> ofCase : entries.stream()
                    .collect(Collectors.groupingBy(AdversaryEvent::stream))
                    .entrySet()) {
                Set<UUID> stored = target.stored(ofCase.getKey());
                found += (int) ofCase.getValue().stream()
                        .filter(entry -> stored.contains(entry.id()))
                        .count();
            }
            if (found == entries.size()) {
                keep(entries);
            } else if (found > 0) {
                torn.incrementAndGet();
            }
        }
    }

    public int size() {
        return committed.size();
    }

    Map<UUID, AdversaryEvent> entries() {
        return committed;
    }

    /** Transactions of which a part is there and a part is not; none may be. */
    public int torn() {
        return torn.get();
    }

    /** The share of all transactions that were rolled back on purpose. */
    public double shareRolledBack() {
        return (double) rolledBack.get() / transactions.get();
    }

    @Override
    public String toString() {
        return "%,d events in %,d transactions (%d %% rolled back, %,d conflicts, %,d lost on the way and looked up)"
                .formatted(
                        size(),
                        transactions.get(),
                        Math.round(100 * shareRolledBack()),
                        conflicts.get(),
                        lookedUp.get());
    }

    private void keep(List<AdversaryEvent> entries) {
        entries.forEach(entry -> committed.put(entry.id(), entry));
    }
}
