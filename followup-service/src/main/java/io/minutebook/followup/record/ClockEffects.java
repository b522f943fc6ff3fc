package io.minutebook.followup.record;

import io.minutebook.followup.record.Timeline.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Which clocks an entry started, met and breached. */
public record ClockEffects(List<String> started, List<String> met, List<String> broken) {
    private static final ClockEffects NONE = new ClockEffects(List.of(), List.of(), List.of());

    /** By the entry's event id. A limit that passed with nobody acting was breached by the entry that says so. */
    public static Map<UUID, ClockEffects> of(Timeline timeline) {
        Map<UUID, ClockEffects> found = new HashMap<>();
        for (ClockRun run : timeline.clocks()) {
            at(found, run.startedBy()).started.add(run.clock());
            UUID act = run.takenBy();
            UUID breach = act == null || !run.earlier().isEmpty() ? run.verdictId() : act;
            if (run.state() == ClockRun.State.MET && act != null) {
                at(found, act).met.add(run.clock());
            }
            if (run.breached() && breach != null) {
                at(found, breach).broken.add(run.clock());
            }
        }
        return found;
    }

    public static ClockEffects on(Map<UUID, ClockEffects> all, Line line) {
        return all.getOrDefault(line.entry().eventId(), NONE);
    }

    private static ClockEffects at(Map<UUID, ClockEffects> found, UUID event) {
        return found.computeIfAbsent(
                event, id -> new ClockEffects(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
    }
}
