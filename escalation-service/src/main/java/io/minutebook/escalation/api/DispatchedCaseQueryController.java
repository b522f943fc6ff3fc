package io.minutebook.escalation.api;

import static io.minutebook.platform.security.Role.ADMIN;
import static io.minutebook.platform.security.Role.AGENT;
import static io.minutebook.platform.security.Role.ANALYST;
import static io.minutebook.platform.security.Role.AUDITOR;
import static io.minutebook.platform.security.Role.ENGINEER;
import static io.minutebook.platform.security.Role.EXPERT;
import static io.minutebook.platform.security.Role.FOLLOWUP;
import static io.minutebook.platform.security.Role.INTEGRATOR;
import static io.minutebook.platform.security.Role.MANAGER;
import static io.minutebook.platform.security.Role.SUPERVISOR;

import io.minutebook.escalation.domain.cases.CaseCommand;
import io.minutebook.escalation.domain.cases.CaseEvent;
import io.minutebook.escalation.domain.cases.CaseState;
import io.minutebook.kernel.History;
import io.minutebook.kernel.Rejected;
import io.minutebook.platform.command.AggregateStates;
import io.minutebook.platform.command.AggregateType;
import io.minutebook.platform.security.Allow;
import io.minutebook.platform.security.SiteAccess;
import java.time.Clock;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows a dispatched case to those who may see its site. */
@RestController
@RequestMapping("/api/escalation/cases/{caseId}")
class DispatchedCaseQueryController {
    private final AggregateStates aggregateStates;
    private final AggregateType<CaseCommand, History<CaseState, CaseEvent>, ?> cases;
    private final SiteAccess access;
    private final Clock clock;

    DispatchedCaseQueryController(
            AggregateStates aggregateStates,
            AggregateType<CaseCommand, History<CaseState, CaseEvent>, ?> cases,
            SiteAccess access,
            Clock clock) {
        this.aggregateStates = aggregateStates;
        this.cases = cases;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping
    @Allow({AGENT, ENGINEER, EXPERT, MANAGER, FOLLOWUP, SUPERVISOR, AUDITOR, ANALYST, INTEGRATOR, ADMIN})
    DispatchedCaseResponse state(@PathVariable UUID caseId) {
        History<CaseState, CaseEvent> history = aggregateStates.state(cases, caseId.toString());
        if (!(history.phase() instanceof CaseState.Known known)) {
            throw new Rejected("case-not-found", "No case of this id was passed on to an engineer or a vendor.");
        }
        access.require(known.file().ref().site());
        return DispatchedCaseResponse.of(known, history.clocks(), clock.instant());
    }
}
