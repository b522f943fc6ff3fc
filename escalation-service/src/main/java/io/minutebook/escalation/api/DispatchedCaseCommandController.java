package io.minutebook.escalation.api;

import static io.minutebook.platform.security.Role.AGENT;
import static io.minutebook.platform.security.Role.ENGINEER;
import static io.minutebook.platform.security.Role.EXPERT;
import static io.minutebook.platform.security.Role.INTEGRATOR;
import static io.minutebook.platform.security.Role.MANAGER;
import static io.minutebook.platform.security.Role.SUPERVISOR;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.minutebook.escalation.domain.cases.Audience;
import io.minutebook.escalation.domain.cases.CaseCommand;
import io.minutebook.escalation.domain.cases.Contact;
import io.minutebook.escalation.domain.cases.EscalationTier;
import io.minutebook.escalation.domain.cases.Holder;
import io.minutebook.escalation.domain.cases.Reply;
import io.minutebook.escalation.domain.cases.ResolutionOutcome;
import io.minutebook.escalation.domain.cases.Told;
import io.minutebook.escalation.domain.cases.Whose;
import io.minutebook.escalation.domain.cases.WorkFinding;
import io.minutebook.platform.command.Commands;
import io.minutebook.platform.input.Occurred;
import io.minutebook.platform.input.Phone;
import io.minutebook.platform.input.StatedInput;
import io.minutebook.platform.input.Text;
import io.minutebook.platform.security.Allow;
import io.minutebook.platform.security.SiteAccess;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
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
 * phone. {@code occurredAt} says when it happened where it is entered late; absent, it is now; {@code evidence} what shows it.
 */
@RestController
@RequestMapping({"/api/escalation/cases/{caseId}", "/escalation/cases/{caseId}"})
@ResponseStatus(HttpStatus.NO_CONTENT)
class DispatchedCaseCommandController {
    /**
     * By what a customer was reached, or not.
     *
     * @param number where it is not the one on file
     */
    record CustomerContact(
            boolean reached,
            @Nullable @Text(max = 100) String callId,
            @Nullable @Text(max = 100) String messageId,
            @Nullable @Text(max = 100) String visitId,
            @Nullable @Phone String number) {
        Contact contact() {
            return new Contact(reached, callId, messageId, visitId, number);
        }
    }

    /** The engineer is named where somebody else enters it for them. */
    record Acknowledgement(
            @Nullable @Text(max = 100) String engineer,
            @Nullable @Occurred Instant occurredAt,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Size(max = 10) @Nullable
            List<@Text(max = 500) String> evidence) {}

    /** Either the plan, or the difficulty and the next steps; told to colleagues, or to the customer in a contact. */
    @PlanOrDifficulty
    record Answer(
            @Nullable Audience to,
            @Nullable @Valid CustomerContact contact,
            @Nullable @Text(max = 100) String engineer,
            @Nullable @Text String plan,
            @Nullable Instant expectedDoneBy,
            @Nullable @Text String difficulty,
            @Nullable @Text String nextSteps,
            @Nullable @Occurred Instant occurredAt,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Size(max = 10) @Nullable
            List<@Text(max = 500) String> evidence) {
        Reply reply() {
            if (plan != null) {
                return new Reply.WithPlan(plan, expectedDoneBy);
            }
            return new Reply.WithoutPlan(String.valueOf(difficulty), String.valueOf(nextSteps));
        }
    }

    record Progress(
            @Text String note,
            @Nullable @Occurred Instant occurredAt,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Size(max = 10) @Nullable
            List<@Text(max = 500) String> evidence) {}

    record Return(
            @Nullable @Text(max = 100) String engineer,
            WorkFinding finding,
            @Text String reason,
            @Nullable @Occurred Instant occurredAt,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Size(max = 10) @Nullable
            List<@Text(max = 500) String> evidence) {}

    /** Where a case can be escalated to. */
    enum Target {
        L2,
        L3
    }

    /** A tick that is missing counts as not told, and is recorded as such. */
    record Escalation(
            Target tier,
            @Text String reason,
            @Nullable Boolean customerTold,
            @Nullable @Occurred Instant occurredAt,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Size(max = 10) @Nullable
            List<@Text(max = 500) String> evidence) {}

    record ExpertContact(
            @Nullable @Valid CustomerContact contact,
            @Text String note,
            @Nullable @Occurred Instant occurredAt,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Size(max = 10) @Nullable
            List<@Text(max = 500) String> evidence) {}

    record Plan(
            @Nullable Audience to,
            @Nullable @Valid CustomerContact contact,
            @Nullable @Text(max = 100) String engineer,
            @Text String plan,
            @Nullable Instant expectedDoneBy,
            @Nullable @Occurred Instant occurredAt,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Size(max = 10) @Nullable
            List<@Text(max = 500) String> evidence) {}

    /** Fixed by whoever has the case, where nothing else is said; nobody solved what ended in another way. */
    record Resolution(
            @Nullable ResolutionOutcome outcome,
            @Nullable Holder solvedBy,
            @Nullable @Text(max = 100) String solver,
            @Text String summary,
            @Nullable @Occurred Instant occurredAt,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Size(max = 10) @Nullable
            List<@Text(max = 500) String> evidence) {}

    record Suspension(
            @Text(max = 100) String reason,
            @Nullable Instant until,
            @Nullable @Occurred Instant occurredAt,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Size(max = 10) @Nullable
            List<@Text(max = 500) String> evidence) {}

    record Resumption(
            @Nullable UUID suspensionId,
            @Nullable @Occurred Instant occurredAt,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Size(max = 10) @Nullable
            List<@Text(max = 500) String> evidence) {}

    private final Commands commands;
    private final SiteAccess access;

    DispatchedCaseCommandController(Commands commands, SiteAccess access) {
        this.commands = commands;
        this.access = access;
    }

    @PostMapping("/acknowledgement")
    @Allow({ENGINEER, EXPERT, MANAGER, INTEGRATOR})
    void acknowledge(@PathVariable UUID caseId, @RequestBody Acknowledgement request) {
        commands.send(new CaseCommand.AcknowledgeDispatch(
                caseId.toString(),
                whose(request.engineer()),
                StatedInput.of(request.occurredAt(), request.evidence())));
    }

    @PostMapping("/replies")
    @Allow({ENGINEER, EXPERT, MANAGER, AGENT, INTEGRATOR})
    void reply(@PathVariable UUID caseId, @RequestBody Answer request) {
        commands.send(new CaseCommand.ReplyToDispatch(
                caseId.toString(),
                whose(request.engineer()),
                request.reply(),
                told(request.to(), request.contact()),
                StatedInput.of(request.occurredAt(), request.evidence())));
    }

    @PostMapping("/progress")
    @Allow({ENGINEER, EXPERT, MANAGER, AGENT, INTEGRATOR})
    void report(@PathVariable UUID caseId, @RequestBody Progress request) {
        commands.send(new CaseCommand.ReportProgress(
                caseId.toString(), request.note(), StatedInput.of(request.occurredAt(), request.evidence())));
    }

    @PostMapping("/returns")
    @Allow({ENGINEER, EXPERT, MANAGER, AGENT, INTEGRATOR})
    void giveBack(@PathVariable UUID caseId, @RequestBody Return request) {
        commands.send(new CaseCommand.ReturnWork(
                caseId.toString(),
                whose(request.engineer()),
                request.finding(),
                request.reason(),
                StatedInput.of(request.occurredAt(), request.evidence())));
    }

    @PostMapping("/escalations")
    @Allow({ENGINEER, EXPERT, MANAGER, AGENT, SUPERVISOR, INTEGRATOR})
    void escalate(@PathVariable UUID caseId, @RequestBody Escalation request) {
        commands.send(new CaseCommand.Escalate(
                caseId.toString(),
                EscalationTier.valueOf(request.tier().name()),
                request.reason(),
                Boolean.TRUE.equals(request.customerTold()),
                StatedInput.of(request.occurredAt(), request.evidence())));
    }

    @PostMapping("/expert-contact")
    @Allow({EXPERT, MANAGER, INTEGRATOR})
    void contact(@PathVariable UUID caseId, @RequestBody ExpertContact request) {
        commands.send(new CaseCommand.ContactCustomerAsExpert(
                caseId.toString(),
                contact(request.contact()),
                request.note(),
                StatedInput.of(request.occurredAt(), request.evidence())));
    }

    @PostMapping("/plan")
    @Allow({ENGINEER, EXPERT, MANAGER, AGENT, INTEGRATOR})
    void plan(@PathVariable UUID caseId, @RequestBody Plan request) {
        commands.send(new CaseCommand.PlanSolution(
                caseId.toString(),
                whose(request.engineer()),
                new Reply.WithPlan(request.plan(), request.expectedDoneBy()),
                told(request.to(), request.contact()),
                StatedInput.of(request.occurredAt(), request.evidence())));
    }

    @PostMapping("/resolution")
    @Allow({ENGINEER, EXPERT, MANAGER, AGENT, INTEGRATOR})
    void resolve(@PathVariable UUID caseId, @RequestBody Resolution request) {
        commands.send(new CaseCommand.ResolveFault(
                caseId.toString(),
                access.caller(),
                request.outcome(),
                request.solvedBy(),
                request.solver(),
                request.summary(),
                StatedInput.of(request.occurredAt(), request.evidence())));
    }

    @PostMapping("/suspension")
    @Allow(SUPERVISOR)
    void suspend(@PathVariable UUID caseId, @RequestBody Suspension request) {
        commands.send(new CaseCommand.SuspendCase(
                caseId.toString(),
                request.reason(),
                request.until(),
                StatedInput.of(request.occurredAt(), request.evidence())));
    }

    @PostMapping("/resumption")
    @Allow(SUPERVISOR)
    void resume(@PathVariable UUID caseId, @RequestBody Resumption request) {
        commands.send(new CaseCommand.ResumeCase(
                caseId.toString(), request.suspensionId(), StatedInput.of(request.occurredAt(), request.evidence())));
    }

    private Whose whose(@Nullable String engineer) {
        return new Whose(access.caller(), engineer);
    }

    private static Told told(@Nullable Audience to, @Nullable CustomerContact contact) {
        return new Told(to == null ? Audience.STAFF : to, contact(contact));
    }

    private static @Nullable Contact contact(@Nullable CustomerContact contact) {
        return contact == null ? null : contact.contact();
    }
}
