package io.minutebook.platform.policy;

import io.minutebook.eventlog.EventFamilies;
import io.minutebook.eventlog.EventLog;
import io.minutebook.eventlog.LogReader;
import io.minutebook.eventlog.StoredEvent;
import java.util.List;
import java.util.Map;

/** Shows a batch of the log to a reaction; on trouble keeps what was done before it. */
final class Reacting<E> implements LogReader.Batch {
    private final Reaction<E> reaction;
    private final EventFamilies families;
    private final Map<String, Class<?>> familyBySubject;

    Reacting(Reaction<E> reaction, EventFamilies families, Map<String, Class<?>> familyBySubject) {
        this.reaction = reaction;
        this.families = families;
        this.familyBySubject = Map.copyOf(familyBySubject);
    }

    @Override
    public int handle(List<EventLog.Row> rows) throws Exception {
        int done = 0;
        try {
            for (EventLog.Row row : rows) {
                if (reaction.family() == familyBySubject.get(row.event().subject())) {
                    StoredEvent<E> event = families.decode(row.event());
                    reaction.on(event);
                }
                done++;
            }
        } catch (Exception e) {
            if (done == 0) {
                throw e;
            }
        }
        return done;
    }
}
