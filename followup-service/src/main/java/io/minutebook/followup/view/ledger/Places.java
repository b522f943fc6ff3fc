package io.minutebook.followup.view.ledger;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where each entry stands in time. An effect stands at its own time or at its cause's, whichever is later, and one step deeper than its cause:
 * sorted by both, no event comes before the one that caused it, whatever the services' clocks say.
 */
final class Places {
    /** @param sortAt never before the cause's; {@code depth} counts the causes above */
    record Place(Instant sortAt, int depth) {}

    private final SortedMap<UUID, LedgerEntry> entries;
    private final Map<UUID, Place> places = new HashMap<>();

    private Places(SortedMap<UUID, LedgerEntry> entries) {
        this.entries = entries;
    }

    /** @param entries sorted by id, so that the answer does not hang on the order of arrival */
    static Places of(SortedMap<UUID, LedgerEntry> entries) {
        Places found = new Places(entries);
        entries.values().forEach(found::place);
        return found;
    }

    Place of(LedgerEntry entry) {
        Place place = places.get(entry.eventId());
        return place == null ? new Place(entry.occurredAt(), 0) : place;
    }

    Comparator<LedgerEntry> order() {
        return Comparator.comparing((LedgerEntry e) -> of(e).sortAt())
                .thenComparing(e -> of(e).depth())
                .thenComparing(e -> e.rank() == null ? -1 : e.rank())
                .thenComparing(LedgerEntry::recordedAt)
                .thenComparing(LedgerEntry::service)
                .thenComparing(LedgerEntry::sequence)
                .thenComparing(LedgerEntry::eventId);
    }

    private void place(LedgerEntry entry) {
        Deque<LedgerEntry> chain = new ArrayDeque<>();
        Set<UUID> onTheWay = new HashSet<>();
        LedgerEntry above = entry;
        while (above != null && !places.containsKey(above.eventId()) && onTheWay.add(above.eventId())) {
            chain.push(above);
            above = causeOf(above);
        }
        Place last = above == null ? null : places.get(above.eventId());
        while (!chain.isEmpty()) {
            LedgerEntry next = chain.pop();
            last = below(last, next);
            places.put(next.eventId(), last);
        }
    }

    private static Place below(@Nullable Place cause, LedgerEntry effect) {
        if (cause == null) {
            return new Place(effect.occurredAt(), 0);
        }
        Instant sortAt = cause.sortAt().isAfter(effect.occurredAt()) ? cause.sortAt() : effect.occurredAt();
        return new Place(sortAt, cause.depth() + 1);
    }

    /** Imported rows are ordered by their own time and rank: their source knows no causes. */
    private @Nullable LedgerEntry causeOf(LedgerEntry entry) {
        UUID cause = entry.causationId();
        return cause == null || entry.imported() ? null : entries.get(cause);
    }
}
