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
import io.minutebook.escalation.domain.cases.CaseState;
import io.minutebook.kernel.Rejected;
import io.minutebook.platform.command.AggregateStates;
import io.minutebook.platform.command.AggregateType;
import io.minutebook.platform.command.Commands;
import io.minutebook.platform.security.Allow;
import io.minutebook.platform.security.SiteAccess;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What people do on a dispatched case, over HTTP. */
@RestController
@RequestMapping("/api/escalation/cases/{caseId}")
@ResponseStatus(HttpStatus.NO_CONTENT)
class CaseController {
    private final Commands commands;
    private final AggregateStates aggregateStates;
    private final AggregateType<CaseCommand, CaseState, ?> cases;
    private final SiteAccess access;

    CaseController(
            Commands commands,
            AggregateStates aggregateStates,
            AggregateType<CaseCommand, CaseState, ?> cases,
            SiteAccess access) {
        this.commands = commands;
        this.aggregateStates = aggregateStates;
        this.cases = cases;
        this.access = access;
    }

    @GetMapping
    @ResponseStatus(HttpStatus.OK)
    @Allow({AGENT, ENGINEER, EXPERT, MANAGER, FOLLOWUP, SUPERVISOR, AUDITOR, ANALYST, INTEGRATOR, ADMIN})
    DispatchedCaseResponse state(@PathVariable UUID caseId) {
        if (!(aggregateStates.state(cases, caseId.toString()) instanceof CaseState.Known known)) {
            throw new Rejected("case-not-found", "No case of this id was passed on to an engineer or a vendor.");
        }
        access.require(known.file().ref().site());
        return DispatchedCaseResponse.of(known);
    }

    @PostMapping("/acknowledgement")
    @Allow({ENGINEER, EXPERT, MANAGER, INTEGRATOR})
    void acknowledge(@PathVariable UUID caseId, @RequestBody CaseRequests.Acknowledgement acknowledgement) {
        commands.send(new CaseCommand.AcknowledgeDispatch(caseId.toString(), acknowledgement.occurredAt()));
    }

    @PostMapping("/replies")
    @Allow({ENGINEER, EXPERT, MANAGER, AGENT, INTEGRATOR})
    void reply(@PathVariable UUID caseId, @RequestBody CaseRequests.Answer answer) {
        commands.send(new CaseCommand.ReplyToDispatch(caseId.toString(), answer.reply(), answer.occurredAt()));
    }

    @PostMapping("/progress")
    @Allow({ENGINEER, EXPERT, MANAGER, AGENT, INTEGRATOR})
    void report(@PathVariable UUID caseId, @RequestBody CaseRequests.Progress progress) {
        commands.send(new CaseCommand.ReportProgress(caseId.toString(), progress.note(), progress.occurredAt()));
    }

    @PostMapping("/escalations")
    @Allow({ENGINEER, EXPERT, MANAGER, AGENT, SUPERVISOR, INTEGRATOR})
    void escalate(@PathVariable UUID caseId, @RequestBody CaseRequests.Escalation escalation) {
        commands.send(new CaseCommand.Escalate(
                caseId.toString(),
                escalation.tier(),
                escalation.reason(),
                Boolean.TRUE.equals(escalation.customerTold()),
                escalation.occurredAt()));
    }

    @PostMapping("/expert-contact")
    @Allow({EXPERT, MANAGER, INTEGRATOR})
    void contact(@PathVariable UUID caseId, @RequestBody CaseRequests.ExpertContact contact) {
        commands.send(new CaseCommand.ContactCustomerAsExpert(caseId.toString(), contact.note(), contact.occurredAt()));
    }

    @PostMapping("/plan")
    @Allow({ENGINEER, EXPERT, MANAGER, AGENT, INTEGRATOR})
    void plan(@PathVariable UUID caseId, @RequestBody CaseRequests.Plan plan) {
        commands.send(new CaseCommand.PlanSolution(caseId.toString(), plan.plan(), plan.occurredAt()));
    }

    @PostMapping("/resolution")
    @Allow({ENGINEER, EXPERT, MANAGER, AGENT, INTEGRATOR})
    void resolve(@PathVariable UUID caseId, @RequestBody CaseRequests.Resolution resolution) {
        commands.send(new CaseCommand.ResolveFault(caseId.toString(), resolution.summary(), resolution.occurredAt()));
    }

    @PostMapping("/suspension")
    @Allow({ENGINEER, EXPERT, MANAGER, AGENT, SUPERVISOR, INTEGRATOR})
    void suspend(@PathVariable UUID caseId, @RequestBody CaseRequests.Suspension suspension) {
        commands.send(new CaseCommand.SuspendCase(caseId.toString(), suspension.reason(), suspension.occurredAt()));
    }

    @PostMapping("/resumption")
    @Allow({ENGINEER, EXPERT, MANAGER, AGENT, SUPERVISOR, INTEGRATOR})
    void resume(@PathVariable UUID caseId, @RequestBody CaseRequests.Resumption resumption) {
        commands.send(new CaseCommand.ResumeCase(caseId.toString(), resumption.occurredAt()));
    }
}
