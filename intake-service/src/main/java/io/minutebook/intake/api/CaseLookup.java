package io.minutebook.intake.api;

import io.minutebook.intake.domain.cases.CaseCommand;
import io.minutebook.intake.domain.cases.CaseEvent;
import io.minutebook.intake.domain.cases.CaseFile;
import io.minutebook.intake.domain.cases.CaseState;
import io.minutebook.kernel.History;
import io.minutebook.kernel.Rejected;
import io.minutebook.platform.command.AggregateStates;
import io.minutebook.platform.command.AggregateType;
import io.minutebook.platform.security.SiteAccess;
import org.springframework.stereotype.Component;

/** Looks cases up for those who may see them. */
@Component
class CaseLookup {
    private final AggregateStates aggregateStates;
    private final AggregateType<CaseCommand, History<CaseState, CaseEvent>, CaseEvent> cases;
    private final SiteAccess access;

    CaseLookup(
            AggregateStates aggregateStates,
            AggregateType<CaseCommand, History<CaseState, CaseEvent>, CaseEvent> cases,
            SiteAccess access) {
        this.aggregateStates = aggregateStates;
        this.cases = cases;
        this.access = access;
    }

    /** @throws Rejected {@code case-not-found} where there is none */
    History<CaseState, CaseEvent> read(String caseId) {
        History<CaseState, CaseEvent> history = aggregateStates.state(cases, caseId);
        if (history.phase() instanceof CaseState.New) {
            throw new Rejected("case-not-found", "There is no such case.");
        }
        String site = history.phase().site();
        if (site != null) {
            access.require(site);
        }
        return history;
    }

    /** The number of a case of ours; another system's history cannot be called about. */
    String numberOf(String caseId) {
        CaseFile file = read(caseId)
                .phase()
                .known()
                .orElseThrow(() -> new Rejected("case-imported", "This case is another system's history."));
        return file.ref().caseNumber();
    }
}
