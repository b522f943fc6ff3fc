package io.minutebook.followup.record;

import io.minutebook.contract.CaseStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Everything that happened in one case and its calls, in order, with its clocks. The same entries always make the same timeline.
 *
 * @param cycle the one that the case has come to: 1 from registration, one more after each denied restoration
 */
public record Timeline(List<Line> lines, List<ClockRun> clocks, int cycle) {
    /**
     * @param sortAt where the entry stands; after its own time only where the cause's clock ran ahead
     * @param cycle the one that the event names; for an event of a call or a clock the one that the case had come to
     */
    public record Line(RecordEntry entry, Instant sortAt, int cycle) {
        public String type() {
            return entry.type();
        }

        /** The entry's host was behind the host of its cause. */
        public boolean shifted() {
            return sortAt.isAfter(entry.occurredAt());
        }
    }

    public Timeline {
        lines = List.copyOf(lines);
        clocks = List.copyOf(clocks);
    }

    public static Timeline of(Collection<RecordEntry> entries) {
        SortedMap<UUID, RecordEntry> byId = new TreeMap<>();
        entries.forEach(entry -> byId.putIfAbsent(entry.eventId(), entry));
        List<Line> lines = new ArrayList<>(byId.size());
        int cycle = 1;
        for (CausalOrder.Placed placed : CausalOrder.inOrder(byId)) {
            RecordEntry entry = placed.entry();
            int own = entry.fields().cycle() == 0 ? cycle : entry.fields().cycle();
            lines.add(new Line(entry, placed.sortAt(), own));
            cycle = Math.max(cycle, entry.status() == CaseStatus.REOPENED ? own + 1 : own);
        }
        return new Timeline(lines, ClockRuns.of(lines), cycle);
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** Returns where the case stands after all that is known to have happened in it. */
    public CaseStatus status() {
        CaseStatus status = CaseStatus.IMPORTED;
        CaseStatus beforeSuspension = CaseStatus.REGISTERED;
        for (Line line : lines) {
            CaseStatus next = line.entry().status();
            if (line.entry().resumes() && status == CaseStatus.SUSPENDED) {
                next = beforeSuspension;
            }
            if (next == CaseStatus.SUSPENDED && status != CaseStatus.SUSPENDED) {
                beforeSuspension = status;
            }
            status = next == null ? status : next;
        }
        return status;
    }
}
