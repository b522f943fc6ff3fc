package io.minutebook.followup.view.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Everything that happened in one case and its calls, in order, with its clocks. The same entries always make the same timeline. */
record Timeline(List<Line> lines, List<ClockRun> clocks) {
    /**
     * @param sortAt where the entry stands; after its own time only where the cause's clock ran ahead
     * @param cycle 1 from registration, one more after each denied restoration
     */
    record Line(RecordEntry entry, Instant sortAt, int cycle) {
        String type() {
            return entry.type();
        }

        /** The entry's host was behind the host of its cause. */
        boolean shifted() {
            return sortAt.isAfter(entry.occurredAt());
        }
    }

    Timeline {
        lines = List.copyOf(lines);
        clocks = List.copyOf(clocks);
    }

    static Timeline of(Collection<RecordEntry> entries) {
        SortedMap<UUID, RecordEntry> byId = new TreeMap<>();
        entries.forEach(entry -> byId.putIfAbsent(entry.eventId(), entry));
        List<Line> lines = new ArrayList<>(byId.size());
        int cycle = 1;
        for (CausalOrder.Placed placed : CausalOrder.inOrder(byId)) {
            lines.add(new Line(placed.entry(), placed.sortAt(), cycle));
            if (placed.entry().type().equals("RestorationDenied")) {
                cycle++;
            }
        }
        return new Timeline(lines, ClockRuns.of(lines));
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    int cycle() {
        return lines.isEmpty()
                ? 1
                : lines.getLast().cycle() + (lines.getLast().type().equals("RestorationDenied") ? 1 : 0);
    }
}
