package io.minutebook.platform.process;

import io.minutebook.eventlog.EventCodecs;
import io.minutebook.eventlog.EventLog;
import io.minutebook.eventlog.LogReader;
import io.minutebook.eventlog.StoredEvent;
import java.util.List;
import java.util.Map;

/** Shows a batch of the log to a reaction; on trouble keeps what was done before it. */
final class ReactionReader<E> implements LogReader.Batch {
    private final Reaction<E> reaction;
    private final EventCodecs families;
    private final Map<String, Class<?>> familyBySubject;

    ReactionReader(Reaction<E> reaction, EventCodecs families, Map<String, Class<?>> familyBySubject) {
        this.reaction = reaction;
        this.families = families;
        this.familyBySubject = Map.copyOf(familyBySubject);
    }

    @Override
    public int handle(List<EventLog.LoggedEvent> rows) throws Exception {
        int done = 0;
        try {
            for (EventLog.LoggedEvent row : rows) {
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
