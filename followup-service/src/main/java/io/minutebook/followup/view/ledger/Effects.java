package io.minutebook.followup.view.ledger;

import io.minutebook.followup.view.ledger.Timeline.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Which clocks an entry started, met and broke. */
record Effects(List<String> started, List<String> met, List<String> broken) {
    private static final Effects NONE = new Effects(List.of(), List.of(), List.of());

    /** By the entry's event id. A limit that passed with nobody acting was broken by the entry that says so. */
    static Map<UUID, Effects> of(Timeline timeline) {
        Map<UUID, Effects> found = new HashMap<>();
        for (ClockRun run : timeline.clocks()) {
            at(found, run.startedBy()).started.add(run.clock());
            UUID step = run.restsOn().size() > 1 ? run.restsOn().getLast() : run.verdictId();
            if (step == null) {
                continue;
            }
            switch (run.state()) {
                case MET -> at(found, step).met.add(run.clock());
                case BREACHED -> at(found, step).broken.add(run.clock());
                case RUNNING, PAUSED, ENDED -> {}
            }
        }
        return found;
    }

    static Effects on(Map<UUID, Effects> all, Line line) {
        return all.getOrDefault(line.entry().eventId(), NONE);
    }

    private static Effects at(Map<UUID, Effects> found, UUID event) {
        return found.computeIfAbsent(event, id -> new Effects(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
    }
}
