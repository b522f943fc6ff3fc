package io.minutebook.intake.command;

import io.minutebook.intake.domain.CallCommand;
import io.minutebook.intake.domain.CallEvent;
import io.minutebook.intake.domain.CallState;
import io.minutebook.intake.domain.CaseCommand;
import io.minutebook.intake.domain.Outcome;
import io.minutebook.intake.domain.Report;
import io.minutebook.platform.command.Commands;
import io.minutebook.platform.command.Ids;
import io.minutebook.platform.command.States;
import io.minutebook.platform.command.Subject;
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
class CaseApi {
    record Registered(String caseId, String caseNumber) {}

    record Promised(String promiseId) {}

    private final Commands commands;
    private final States states;
    private final Subject<CallCommand, CallState, CallEvent> calls;
    private final KnownCases knownCases;
    private final CaseNumbers numbers;
    private final Ids ids;
    private final SiteAccess access;
    private final InstantSource clock;

    CaseApi(
            Commands commands,
            States states,
            Subject<CallCommand, CallState, CallEvent> calls,
            KnownCases knownCases,
            CaseNumbers numbers,
            Ids ids,
            SiteAccess access,
            InstantSource clock) {
        this.commands = commands;
        this.states = states;
        this.calls = calls;
        this.knownCases = knownCases;
        this.numbers = numbers;
        this.ids = ids;
        this.access = access;
        this.clock = clock;
    }

    /** The caller becomes the owner, to the end of the case. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Registered register(@RequestBody CaseRequests.Register request) {
        Report report = request.report();
        access.require(report.site());
        if (report.callId() != null) {
            access.require(CallAnswer.of(report.callId(), states.state(calls, report.callId()))
                    .site());
        }
        String caseId = ids.next().toString();
        String number =
                numbers.next(report.site(), Objects.requireNonNullElseGet(request.occurredAt(), clock::instant));
        return commands.send(
                new CaseCommand.RegisterCase(caseId, number, access.caller(), report, request.occurredAt()),
                new Registered(caseId, number));
    }

    @GetMapping("/{caseId}")
    CaseAnswer read(@PathVariable UUID caseId) {
        return CaseAnswer.of(caseId.toString(), knownCases.read(caseId.toString()));
    }

    @PostMapping("/{caseId}/preprocessing")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void conclude(@PathVariable UUID caseId, @RequestBody CaseRequests.Conclude request) {
        commands.send(new CaseCommand.ConcludePreprocessing(
                caseId.toString(),
                OneOfRule.of(Outcome.class, request.outcome()),
                request.steps(),
                request.articleIds(),
                request.note(),
                request.occurredAt()));
    }

    @PostMapping("/{caseId}/dispatch")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dispatch(@PathVariable UUID caseId, @RequestBody CaseRequests.Dispatch request) {
        commands.send(new CaseCommand.DispatchFault(
                caseId.toString(), request.project(), request.engineer(), request.occurredAt()));
    }

    @PostMapping("/{caseId}/vendor-order")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void order(@PathVariable UUID caseId, @RequestBody CaseRequests.Order request) {
        commands.send(new CaseCommand.PlaceVendorOrder(
                caseId.toString(), request.vendor(), request.reference(), request.occurredAt()));
    }

    @PostMapping("/{caseId}/promises")
    @ResponseStatus(HttpStatus.CREATED)
    Promised promise(@PathVariable UUID caseId, @RequestBody CaseRequests.MakePromise request) {
        String promiseId = ids.next().toString();
        return commands.send(
                new CaseCommand.MakePromise(
                        caseId.toString(), promiseId, request.text(), request.dueAt(), request.occurredAt()),
                new Promised(promiseId));
    }

    @PostMapping("/{caseId}/promises/{promiseId}/kept")
    @ResponseStatus(HttpStatus.NO_CONTENT)
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
    void changeOwner(@PathVariable UUID caseId, @RequestBody CaseRequests.ChangeOwner request) {
        commands.send(new CaseCommand.ChangeOwner(
                caseId.toString(), request.owner(), request.reason(), request.occurredAt()));
    }
}
