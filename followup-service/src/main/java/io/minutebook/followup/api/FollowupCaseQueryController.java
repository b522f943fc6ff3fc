package io.minutebook.followup.api;

import static io.minutebook.platform.security.Role.AGENT;
import static io.minutebook.platform.security.Role.AUDITOR;
import static io.minutebook.platform.security.Role.ENGINEER;
import static io.minutebook.platform.security.Role.EXPERT;
import static io.minutebook.platform.security.Role.FOLLOWUP;
import static io.minutebook.platform.security.Role.INTEGRATOR;
import static io.minutebook.platform.security.Role.MANAGER;
import static io.minutebook.platform.security.Role.SUPERVISOR;

import io.minutebook.followup.domain.cases.CaseCommand;
import io.minutebook.followup.domain.cases.CaseEvent;
import io.minutebook.followup.domain.cases.CaseState;
import io.minutebook.kernel.History;
import io.minutebook.kernel.Rejected;
import io.minutebook.platform.command.AggregateStates;
import io.minutebook.platform.command.AggregateType;
import io.minutebook.platform.security.Allow;
import io.minutebook.platform.security.SiteAccess;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows a case, as followup knows it, to those who may see its site. */
@RestController
@RequestMapping("/api/followup/cases/{caseId}")
class FollowupCaseQueryController {
    private final AggregateStates aggregateStates;
    private final AggregateType<CaseCommand, History<CaseState, CaseEvent>, CaseEvent> cases;
    private final SiteAccess access;

    FollowupCaseQueryController(
            AggregateStates aggregateStates,
            AggregateType<CaseCommand, History<CaseState, CaseEvent>, CaseEvent> cases,
            SiteAccess access) {
        this.aggregateStates = aggregateStates;
        this.cases = cases;
        this.access = access;
    }

    @GetMapping
    @Allow({AGENT, FOLLOWUP, SUPERVISOR, AUDITOR, ENGINEER, EXPERT, MANAGER, INTEGRATOR})
    FollowupCaseResponse now(@PathVariable UUID caseId) {
        History<CaseState, CaseEvent> history = aggregateStates.state(cases, caseId.toString());
        return switch (history.phase()) {
            case CaseState.Unknown unknown ->
                throw new Rejected("case-not-found", "Followup has not been told of such a case.");
            case CaseState.Known known -> {
                access.require(known.file().ref().site());
                yield FollowupCaseResponse.of(known, history.clocks());
            }
        };
    }
}
