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
    /** One interruption can cost a batch twice: the one that was not kept, and the successor's, if the first was kept after all at the last moment. */
    private static final int BATCHES_AN_INTERRUPTION = 2;

    private final String name;
    private final List<UUID> seen = new ArrayList<>();
    private int lastBatch;
    private int mayReadAgain;
    private int readAgain;

    Follower(String name) {
        this.name = name;
    }

    /** It is about to be interrupted: what it did last and is not kept as done may come again, and no more than that. */
    synchronized void interrupted() {
        mayReadAgain = BATCHES_AN_INTERRUPTION;
    }

    synchronized void saw(List<UUID> batch) {
        if (batch.isEmpty()) {
            return;
        }
        int again = seen.subList(lastBatch, seen.size()).indexOf(batch.getFirst());
        if (again >= 0 && mayReadAgain > 0) {
            seen.subList(lastBatch + again, seen.size()).clear();
            mayReadAgain--;
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
            AdversaryEvent adversaryEvent = books.entries().get(id);
            if (adversaryEvent == null) {
                invented++;
            } else if (!once.add(id)) {
                doubled++;
            } else if (last.getOrDefault(adversaryEvent.stream(), -1L) > adversaryEvent.sequence()) {
                outOfOrder++;
            } else {
                last.put(adversaryEvent.stream(), adversaryEvent.sequence());
            }
        }
        int skipped = (int) books.entries().keySet().stream()
                .filter(id -> !once.contains(id) && lost.test(id))
                .count();
        return new Finding(name, seen.size(), skipped, doubled, outOfOrder, invented, readAgain);
    }
}
