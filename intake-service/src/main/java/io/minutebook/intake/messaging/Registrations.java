package io.minutebook.intake.messaging;

import io.minutebook.intake.domain.cases.CaseCommand;
import io.minutebook.intake.domain.cases.CaseEvent;
import io.minutebook.intake.domain.cases.CaseFile;
import io.minutebook.intake.domain.cases.CaseState;
import io.minutebook.platform.command.AggregateStates;
import io.minutebook.platform.command.AggregateType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How cases were registered, at hand for all that is published of them later. A registration never changes. */
@Component
class Registrations {
    private static final int KEPT = 10_000;

    private final AggregateStates aggregateStates;
    private final AggregateType<CaseCommand, CaseState, CaseEvent> cases;
    private final Map<String, CaseEvent.CaseRegistered> kept =
            Collections.synchronizedMap(new LinkedHashMap<>(256, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, CaseEvent.CaseRegistered> eldest) {
                    return size() > KEPT;
                }
            });

    Registrations(AggregateStates aggregateStates, AggregateType<CaseCommand, CaseState, CaseEvent> cases) {
        this.aggregateStates = aggregateStates;
        this.cases = cases;
    }

    void keep(String caseId, CaseEvent.CaseRegistered registered) {
        kept.put(caseId, registered);
    }

    /** The registration of a case of ours. */
    CaseEvent.CaseRegistered of(String caseId) {
        CaseEvent.CaseRegistered known = kept.get(caseId);
        if (known != null) {
            return known;
        }
        CaseEvent.CaseRegistered read = aggregateStates
                .state(cases, caseId)
                .known()
                .map(CaseFile::registered)
                .orElseThrow(() -> new IllegalStateException("no registration of case " + caseId));
        kept.put(caseId, read);
        return read;
    }
}
