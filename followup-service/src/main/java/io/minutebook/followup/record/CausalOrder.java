package io.minutebook.followup.record;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where each entry stands in time. An effect stands at its own time or at its cause's, whichever is later, and one step deeper than its cause:
 * sorted by both, no event comes before the one that caused it, whatever the services' clocks say.
 */
public final class CausalOrder {
    /** @param sortAt never before the cause's; {@code depth} counts the causes above */
    public record Placed(RecordEntry entry, Instant sortAt, int depth) {
        private int rank() {
            Integer rank = entry.rank();
            return rank == null ? -1 : rank;
        }
    }

    private static final Comparator<Placed> ORDER = Comparator.comparing(Placed::sortAt)
            .thenComparingInt(Placed::depth)
            .thenComparingInt(Placed::rank)
            .thenComparing(placed -> placed.entry().recordedAt())
            .thenComparing(placed -> placed.entry().service())
            .thenComparingLong(placed -> placed.entry().sequence())
            .thenComparing(placed -> placed.entry().eventId());

    private final SortedMap<UUID, RecordEntry> entries;
    private final Map<UUID, Placed> places;

    private CausalOrder(SortedMap<UUID, RecordEntry> entries) {
        this.entries = entries;
        this.places = HashMap.newHashMap(entries.size());
    }

    /** @param entries sorted by id, so that the answer does not hang on the order of arrival */
    public static List<Placed> inOrder(SortedMap<UUID, RecordEntry> entries) {
        CausalOrder found = new CausalOrder(entries);
        entries.values().forEach(found::place);
        return found.places.values().stream().sorted(ORDER).toList();
    }

    private void place(RecordEntry entry) {
        if (places.containsKey(entry.eventId())) {
            return;
        }
        RecordEntry cause = causeOf(entry);
        Placed above = cause == null ? null : places.get(cause.eventId());
        if (cause != null && above == null) {
            placeChain(entry);
        } else {
            places.put(entry.eventId(), below(above, entry));
        }
    }

    private void placeChain(RecordEntry entry) {
        Deque<RecordEntry> chain = new ArrayDeque<>();
        Set<UUID> onTheWay = new HashSet<>();
        RecordEntry above = entry;
        while (above != null && !places.containsKey(above.eventId()) && onTheWay.add(above.eventId())) {
            chain.push(above);
            above = causeOf(above);
        }
        Placed last = above == null ? null : places.get(above.eventId());
        while (!chain.isEmpty()) {
            RecordEntry next = chain.pop();
            last = below(last, next);
            places.put(next.eventId(), last);
        }
    }

    private static Placed below(@Nullable Placed cause, RecordEntry effect) {
        if (cause == null) {
            return new Placed(effect, effect.occurredAt(), 0);
        }
        Instant sortAt = cause.sortAt().isAfter(effect.occurredAt()) ? cause.sortAt() : effect.occurredAt();
        return new Placed(effect, sortAt, cause.depth() + 1);
    }

    /** Imported rows are ordered by their own time and rank: their source knows no causes. */
    private @Nullable RecordEntry causeOf(RecordEntry entry) {
        UUID cause = entry.causationId();
        return cause == null || entry.imported() ? null : entries.get(cause);
    }
}
