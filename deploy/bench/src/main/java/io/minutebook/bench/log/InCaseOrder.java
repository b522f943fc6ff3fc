package io.minutebook.bench.log;

import io.minutebook.eventlog.EventLog;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Follows the log and counts where the sequence of a case goes back or leaves one out. */
final class InCaseOrder {
    private final Map<UUID, Long> last = new HashMap<>();
    private int seen;
    private int inversions;

    synchronized void saw(List<EventLog.LoggedEvent> rows) {
        for (EventLog.LoggedEvent row : rows) {
            long sequence = row.event().sequence();
            Long before = last.merge(row.event().stream(), sequence, Math::max);
            if (before > sequence) {
                inversions++;
            }
            seen++;
        }
    }

    synchronized int seen() {
        return seen;
    }

    synchronized int inversions() {
        return inversions;
    }
}
