package io.minutebook.bench.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** What somebody who follows the log was given, in the order it came. */
final class Follower {
    private final String name;
    private final boolean mayReadAgain;
    private final List<UUID> seen = new ArrayList<>();
    private int lastBatch;
    private int readAgain;

    private Follower(String name, boolean mayReadAgain) {
        this.name = name;
        this.mayReadAgain = mayReadAgain;
    }

    /** One that is never interrupted. */
    static Follower steady(String name) {
        return new Follower(name, false);
    }

    /** One whose last batch, and no more, may come again: the one that was not kept as done when it was interrupted. */
    static Follower interrupted(String name) {
        return new Follower(name, true);
    }

    synchronized void saw(List<UUID> batch) {
        if (batch.isEmpty()) {
            return;
        }
        if (mayReadAgain && lastBatch < seen.size() && batch.getFirst().equals(seen.get(lastBatch))) {
            seen.subList(lastBatch, seen.size()).clear();
            readAgain++;
        }
        lastBatch = seen.size();
        seen.addAll(batch);
    }

    synchronized int size() {
        return seen.size();
    }

    Finding judge(Books books) {
        return judge(books, missing -> true);
    }

    /** @param lost whether a missing event cannot come any more */
    synchronized Finding judge(Books books, Predicate<UUID> lost) {
        Set<UUID> once = new HashSet<>();
        Map<UUID, Long> last = new HashMap<>();
        int doubled = 0;
        int outOfOrder = 0;
        int invented = 0;
        for (UUID id : seen) {
            Entry entry = books.entries().get(id);
            if (entry == null) {
                invented++;
            } else if (!once.add(id)) {
                doubled++;
            } else if (last.getOrDefault(entry.stream(), -1L) > entry.sequence()) {
                outOfOrder++;
            } else {
                last.put(entry.stream(), entry.sequence());
            }
        }
        int skipped = (int) books.entries().keySet().stream()
                .filter(id -> !once.contains(id) && lost.test(id))
                .count();
        return new Finding(name, seen.size(), skipped, doubled, outOfOrder, invented, readAgain);
    }
}
