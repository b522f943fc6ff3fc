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
import io.minutebook.kernel.Rejected;
import io.minutebook.platform.command.AggregateStates;
import io.minutebook.platform.command.AggregateType;
import io.minutebook.platform.command.Commands;
import io.minutebook.platform.input.Occurred;
import io.minutebook.platform.input.Text;
import io.minutebook.platform.security.Allow;
import io.minutebook.platform.security.SiteAccess;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Calling the customer back and clearing the fault. */
@RestController
@RequestMapping("/api/followup/cases/{caseId}")
class CaseController {
    /**
     * @param reached whether the customer came to the phone
     * @param restored what they answered to "is it working again?"; leave it out if they were not asked
     * @param occurredAt when, for a late entry
     */
    record CallbackRequest(
            boolean reached,
            @Nullable Boolean restored,
            @Nullable @Text(blank = true) String note,
            @Nullable @Occurred Instant occurredAt) {}

    record ClearanceRequest(
            @Nullable @Text(blank = true) String note,
            @Nullable @Occurred Instant occurredAt) {}

    private final Commands commands;
    private final AggregateStates aggregateStates;
    private final AggregateType<CaseCommand, CaseState, CaseEvent> cases;
    private final SiteAccess access;
    private final SurveyLinks links;

    CaseController(
            Commands commands,
            AggregateStates aggregateStates,
            AggregateType<CaseCommand, CaseState, CaseEvent> cases,
            SiteAccess access,
            SurveyLinks links) {
        this.commands = commands;
        this.aggregateStates = aggregateStates;
        this.cases = cases;
        this.access = access;
        this.links = links;
    }

    @PostMapping("/callbacks")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow({AGENT, FOLLOWUP, INTEGRATOR})
    void callBack(@PathVariable UUID caseId, @RequestBody CallbackRequest r) {
        commands.send(new CaseCommand.CallBackCustomer(
                caseId.toString(), r.reached(), r.restored(), r.note(), r.occurredAt()));
    }

    @PostMapping("/clearance")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow({AGENT, FOLLOWUP, INTEGRATOR})
    void clear(@PathVariable UUID caseId, @RequestBody ClearanceRequest r) {
        commands.send(new CaseCommand.ClearFault(caseId.toString(), r.note(), r.occurredAt()));
    }

    @GetMapping
    @Allow({AGENT, FOLLOWUP, SUPERVISOR, AUDITOR, ENGINEER, EXPERT, MANAGER, INTEGRATOR})
    FollowupCaseResponse now(@PathVariable UUID caseId) {
        return switch (aggregateStates.state(cases, caseId.toString())) {
            case CaseState.Unknown unknown ->
                throw new Rejected("case-not-found", "Followup has not been told of such a case.");
            case CaseState.Known known -> {
                access.require(known.file().site());
                yield FollowupCaseResponse.of(known, links);
            }
        };
    }
}
