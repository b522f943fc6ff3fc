package io.minutebook.intake.api;

import static io.minutebook.platform.security.Role.AGENT;
import static io.minutebook.platform.security.Role.AUDITOR;
import static io.minutebook.platform.security.Role.ENGINEER;
import static io.minutebook.platform.security.Role.EXPERT;
import static io.minutebook.platform.security.Role.FOLLOWUP;
import static io.minutebook.platform.security.Role.INTEGRATOR;
import static io.minutebook.platform.security.Role.MANAGER;
import static io.minutebook.platform.security.Role.SUPERVISOR;

import io.minutebook.intake.domain.calls.CallCommand;
import io.minutebook.intake.domain.calls.CallEvent;
import io.minutebook.intake.domain.calls.CallState;
import io.minutebook.intake.domain.cases.CaseCommand;
import io.minutebook.intake.domain.cases.Outcome;
import io.minutebook.intake.domain.cases.Registration;
import io.minutebook.platform.command.AggregateStates;
import io.minutebook.platform.command.AggregateType;
import io.minutebook.platform.command.Commands;
import io.minutebook.platform.command.Ids;
import io.minutebook.platform.security.Allow;
import io.minutebook.platform.security.SiteAccess;
import java.time.InstantSource;
import java.util.Objects;
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

/** Cases: registration, pre-processing, dispatch, what is promised, and who owns them. */
@RestController
@RequestMapping("/api/intake/cases")
class CaseController {
    record Registered(String caseId, String caseNumber) {}

    record Promised(String promiseId) {}

    private final Commands commands;
    private final AggregateStates aggregateStates;
    private final AggregateType<CallCommand, CallState, CallEvent> calls;
    private final CaseLookup caseLookup;
    private final CaseNumberSequence numbers;
    private final Ids ids;
    private final SiteAccess access;
    private final InstantSource clock;

    CaseController(
            Commands commands,
            AggregateStates aggregateStates,
            AggregateType<CallCommand, CallState, CallEvent> calls,
            CaseLookup caseLookup,
            CaseNumberSequence numbers,
            Ids ids,
            SiteAccess access,
            InstantSource clock) {
        this.commands = commands;
        this.aggregateStates = aggregateStates;
        this.calls = calls;
        this.caseLookup = caseLookup;
        this.numbers = numbers;
        this.ids = ids;
        this.access = access;
        this.clock = clock;
    }

    /** The caller becomes the owner, to the end of the case. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Allow({AGENT, SUPERVISOR, INTEGRATOR})
    Registered register(@RequestBody CaseRequests.Register request) {
        Registration registration = request.report();
        access.require(registration.site());
        if (registration.callId() != null) {
            access.require(CallResponse.of(registration.callId(), aggregateStates.state(calls, registration.callId()))
                    .site());
        }
        String caseId = ids.next().toString();
        String number =
                numbers.next(registration.site(), Objects.requireNonNullElseGet(request.occurredAt(), clock::instant));
        return commands.send(
                new CaseCommand.RegisterCase(caseId, number, access.caller(), registration, request.occurredAt()),
                new Registered(caseId, number));
    }

    @GetMapping("/{caseId}")
    @Allow({AGENT, ENGINEER, EXPERT, MANAGER, FOLLOWUP, SUPERVISOR, AUDITOR, INTEGRATOR})
    CaseResponse read(@PathVariable UUID caseId) {
        return CaseResponse.of(caseId.toString(), caseLookup.read(caseId.toString()));
    }

    @PostMapping("/{caseId}/preprocessing")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow({AGENT, SUPERVISOR})
    void conclude(@PathVariable UUID caseId, @RequestBody CaseRequests.Conclude request) {
        commands.send(new CaseCommand.ConcludePreprocessing(
                caseId.toString(),
                OneOfValidator.of(Outcome.class, request.outcome()),
                request.steps(),
                request.articleIds(),
                request.note(),
                request.occurredAt()));
    }

    @PostMapping("/{caseId}/dispatch")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow({AGENT, SUPERVISOR})
    void dispatch(@PathVariable UUID caseId, @RequestBody CaseRequests.Dispatch request) {
        commands.send(new CaseCommand.DispatchFault(
                caseId.toString(), request.project(), request.engineer(), request.occurredAt()));
    }

    @PostMapping("/{caseId}/vendor-order")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow({AGENT, SUPERVISOR})
    void order(@PathVariable UUID caseId, @RequestBody CaseRequests.Order request) {
        commands.send(new CaseCommand.PlaceVendorOrder(
                caseId.toString(), request.vendor(), request.reference(), request.occurredAt()));
    }

    @PostMapping("/{caseId}/promises")
    @ResponseStatus(HttpStatus.CREATED)
    @Allow({AGENT, EXPERT, MANAGER, FOLLOWUP, SUPERVISOR})
    Promised promise(@PathVariable UUID caseId, @RequestBody CaseRequests.MakePromise request) {
        String promiseId = ids.next().toString();
        return commands.send(
                new CaseCommand.MakePromise(
                        caseId.toString(), promiseId, request.text(), request.dueAt(), request.occurredAt()),
                new Promised(promiseId));
    }

    @PostMapping("/{caseId}/promises/{promiseId}/kept")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow({AGENT, EXPERT, MANAGER, FOLLOWUP, SUPERVISOR})
    void keep(
            @PathVariable UUID caseId,
            @PathVariable UUID promiseId,
            @RequestBody(required = false) CaseRequests.@Nullable KeepPromise body) {
        CaseRequests.KeepPromise request = Objects.requireNonNullElse(body, CaseRequests.KeepPromise.NOW);
        commands.send(new CaseCommand.KeepPromise(
                caseId.toString(), promiseId.toString(), request.note(), request.occurredAt()));
    }

    @PostMapping("/{caseId}/owner")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow(SUPERVISOR)
    void changeOwner(@PathVariable UUID caseId, @RequestBody CaseRequests.ChangeOwner request) {
        commands.send(new CaseCommand.ChangeOwner(
                caseId.toString(), request.owner(), request.reason(), request.occurredAt()));
    }
}
