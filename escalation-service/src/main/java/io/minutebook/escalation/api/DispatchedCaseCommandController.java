package io.minutebook.escalation.api;

import static io.minutebook.platform.security.Role.AGENT;
import static io.minutebook.platform.security.Role.ENGINEER;
import static io.minutebook.platform.security.Role.EXPERT;
import static io.minutebook.platform.security.Role.INTEGRATOR;
import static io.minutebook.platform.security.Role.MANAGER;
import static io.minutebook.platform.security.Role.SUPERVISOR;

import io.minutebook.escalation.domain.cases.CaseCommand;
import io.minutebook.escalation.domain.cases.EscalationTier;
import io.minutebook.escalation.domain.cases.Reply;
import io.minutebook.escalation.domain.cases.SuspensionReason;
import io.minutebook.platform.command.Commands;
import io.minutebook.platform.input.Occurred;
import io.minutebook.platform.input.Text;
import io.minutebook.platform.security.Allow;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * What people do on a case that was passed on to an engineer or a vendor. Agents may enter what an engineer, a partner or a vendor tells them over the
 * phone. {@code occurredAt} says when it happened where it is entered late; absent, it is now.
 */
@RestController
@RequestMapping({"/api/escalation/cases/{caseId}", "/escalation/cases/{caseId}"})
@ResponseStatus(HttpStatus.NO_CONTENT)
class DispatchedCaseCommandController {
    record Acknowledgement(@Nullable @Occurred Instant occurredAt) {}

    /** Either the plan, or the difficulty and the next steps. */
    @PlanOrDifficulty
    record Answer(
            @Nullable @Text String plan,
            @Nullable @Text String difficulty,
            @Nullable @Text String nextSteps,
            @Nullable @Occurred Instant occurredAt) {
        Reply reply() {
            if (plan != null) {
                return new Reply.WithPlan(plan);
            }
            return new Reply.WithoutPlan(String.valueOf(difficulty), String.valueOf(nextSteps));
        }
    }

    record Progress(@Text String note, @Nullable @Occurred Instant occurredAt) {}

    /** A tick that is missing counts as not told, and is recorded as such. */
    record Escalation(
            EscalationTier tier,
            @Text String reason,
            @Nullable Boolean customerTold,
            @Nullable @Occurred Instant occurredAt) {}

    record ExpertContact(
            @Text String note, @Nullable @Occurred Instant occurredAt) {}

    record Plan(@Text String plan, @Nullable @Occurred Instant occurredAt) {}

    record Resolution(
            @Text String summary, @Nullable @Occurred Instant occurredAt) {}

    record Suspension(
            SuspensionReason reason, @Nullable @Occurred Instant occurredAt) {}

    record Resumption(@Nullable @Occurred Instant occurredAt) {}

    private final Commands commands;

    DispatchedCaseCommandController(Commands commands) {
        this.commands = commands;
    }

    @PostMapping("/acknowledgement")
    @Allow({ENGINEER, EXPERT, MANAGER, INTEGRATOR})
    void acknowledge(@PathVariable UUID caseId, @RequestBody Acknowledgement acknowledgement) {
        commands.send(new CaseCommand.AcknowledgeDispatch(caseId.toString(), acknowledgement.occurredAt()));
    }

    @PostMapping("/replies")
    @Allow({ENGINEER, EXPERT, MANAGER, AGENT, INTEGRATOR})
    void reply(@PathVariable UUID caseId, @RequestBody Answer answer) {
        commands.send(new CaseCommand.ReplyToDispatch(caseId.toString(), answer.reply(), answer.occurredAt()));
    }

    @PostMapping("/progress")
    @Allow({ENGINEER, EXPERT, MANAGER, AGENT, INTEGRATOR})
    void report(@PathVariable UUID caseId, @RequestBody Progress progress) {
        commands.send(new CaseCommand.ReportProgress(caseId.toString(), progress.note(), progress.occurredAt()));
    }

    @PostMapping("/escalations")
    @Allow({ENGINEER, EXPERT, MANAGER, AGENT, SUPERVISOR, INTEGRATOR})
    void escalate(@PathVariable UUID caseId, @RequestBody Escalation escalation) {
        commands.send(new CaseCommand.Escalate(
                caseId.toString(),
                escalation.tier(),
                escalation.reason(),
                Boolean.TRUE.equals(escalation.customerTold()),
                escalation.occurredAt()));
    }

    @PostMapping("/expert-contact")
    @Allow({EXPERT, MANAGER, INTEGRATOR})
    void contact(@PathVariable UUID caseId, @RequestBody ExpertContact contact) {
        commands.send(new CaseCommand.ContactCustomerAsExpert(caseId.toString(), contact.note(), contact.occurredAt()));
    }

    @PostMapping("/plan")
    @Allow({ENGINEER, EXPERT, MANAGER, AGENT, INTEGRATOR})
    void plan(@PathVariable UUID caseId, @RequestBody Plan plan) {
        commands.send(new CaseCommand.PlanSolution(caseId.toString(), plan.plan(), plan.occurredAt()));
    }

    @PostMapping("/resolution")
    @Allow({ENGINEER, EXPERT, MANAGER, AGENT, INTEGRATOR})
    void resolve(@PathVariable UUID caseId, @RequestBody Resolution resolution) {
        commands.send(new CaseCommand.ResolveFault(caseId.toString(), resolution.summary(), resolution.occurredAt()));
    }

    @PostMapping("/suspension")
    @Allow({ENGINEER, EXPERT, MANAGER, AGENT, SUPERVISOR, INTEGRATOR})
    void suspend(@PathVariable UUID caseId, @RequestBody Suspension suspension) {
        commands.send(new CaseCommand.SuspendCase(caseId.toString(), suspension.reason(), suspension.occurredAt()));
    }

    @PostMapping("/resumption")
    @Allow({ENGINEER, EXPERT, MANAGER, AGENT, SUPERVISOR, INTEGRATOR})
    void resume(@PathVariable UUID caseId, @RequestBody Resumption resumption) {
        commands.send(new CaseCommand.ResumeCase(caseId.toString(), resumption.occurredAt()));
    }
}
