package io.minutebook.intake.api;

import static io.minutebook.platform.security.Role.AGENT;
import static io.minutebook.platform.security.Role.AUDITOR;
import static io.minutebook.platform.security.Role.FOLLOWUP;
import static io.minutebook.platform.security.Role.INTEGRATOR;
import static io.minutebook.platform.security.Role.SUPERVISOR;

import io.minutebook.intake.domain.calls.CallCommand;
import io.minutebook.intake.domain.calls.CallEvent;
import io.minutebook.intake.domain.calls.CallState;
import io.minutebook.intake.domain.calls.Disposition;
import io.minutebook.platform.command.AggregateStates;
import io.minutebook.platform.command.AggregateType;
import io.minutebook.platform.command.Commands;
import io.minutebook.platform.command.Ids;
import io.minutebook.platform.security.Allow;
import io.minutebook.platform.security.SiteAccess;
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

/** Calls, from their first ring to their end. */
@RestController
@RequestMapping("/api/intake/calls")
class CallController {
    record Received(String callId) {}

    private final Commands commands;
    private final AggregateStates aggregateStates;
    private final AggregateType<CallCommand, CallState, CallEvent> calls;
    private final CaseLookup caseLookup;
    private final Ids ids;
    private final SiteAccess access;

    CallController(
            Commands commands,
            AggregateStates aggregateStates,
            AggregateType<CallCommand, CallState, CallEvent> calls,
            CaseLookup caseLookup,
            Ids ids,
            SiteAccess access) {
        this.commands = commands;
        this.aggregateStates = aggregateStates;
        this.calls = calls;
        this.caseLookup = caseLookup;
        this.ids = ids;
        this.access = access;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Allow({AGENT, SUPERVISOR, INTEGRATOR})
    Received receive(@RequestBody CallRequests.Receive request) {
        String callId = ids.next().toString();
        return commands.send(
                new CallCommand.ReceiveCall(
                        callId, request.site(), request.line(), request.callerNumber(), request.receivedAt()),
                new Received(callId));
    }

    @GetMapping("/{callId}")
    @Allow({AGENT, SUPERVISOR, FOLLOWUP, AUDITOR, INTEGRATOR})
    CallResponse read(@PathVariable UUID callId) {
        CallResponse answer = CallResponse.of(callId.toString(), aggregateStates.state(calls, callId.toString()));
        access.require(answer.site());
        return answer;
    }

    @PostMapping("/{callId}/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow({AGENT, SUPERVISOR, INTEGRATOR})
    void answer(@PathVariable UUID callId, @RequestBody CallRequests.Answer request) {
        commands.send(new CallCommand.AnswerCall(callId.toString(), request.agent(), request.occurredAt()));
    }

    @PostMapping("/{callId}/hold")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow({AGENT, SUPERVISOR, INTEGRATOR})
    void hold(@PathVariable UUID callId, @RequestBody(required = false) CallRequests.@Nullable Hold body) {
        CallRequests.Hold request = Objects.requireNonNullElse(body, CallRequests.Hold.NOW);
        commands.send(new CallCommand.HoldCall(callId.toString(), request.reason(), request.occurredAt()));
    }

    @PostMapping("/{callId}/retrieve")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow({AGENT, SUPERVISOR, INTEGRATOR})
    void retrieve(@PathVariable UUID callId, @RequestBody(required = false) CallRequests.@Nullable Retrieve body) {
        CallRequests.Retrieve request = Objects.requireNonNullElse(body, CallRequests.Retrieve.NOW);
        commands.send(new CallCommand.RetrieveCall(callId.toString(), request.occurredAt()));
    }

    @PostMapping("/{callId}/callback-offer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow({AGENT, SUPERVISOR, INTEGRATOR})
    void offerCallback(@PathVariable UUID callId, @RequestBody CallRequests.OfferCallback request) {
        commands.send(new CallCommand.OfferCallback(
                callId.toString(), request.number(), request.accepted(), request.dueAt(), request.occurredAt()));
    }

    @PostMapping("/{callId}/transfer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow({AGENT, SUPERVISOR, INTEGRATOR})
    void transfer(@PathVariable UUID callId, @RequestBody(required = false) CallRequests.@Nullable Transfer body) {
        CallRequests.Transfer request = Objects.requireNonNullElse(body, CallRequests.Transfer.TO_THE_QUEUE);
        commands.send(new CallCommand.TransferCall(
                callId.toString(), request.taker(), request.reason(), request.occurredAt()));
    }

    @PostMapping("/{callId}/link")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow({AGENT, SUPERVISOR})
    void link(@PathVariable UUID callId, @RequestBody CallRequests.Link request) {
        String caseId = request.caseId().toString();
        commands.send(
                new CallCommand.LinkCall(callId.toString(), caseId, caseLookup.numberOf(caseId), request.occurredAt()));
    }

    @PostMapping("/{callId}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow({AGENT, SUPERVISOR, INTEGRATOR})
    void end(@PathVariable UUID callId, @RequestBody CallRequests.End request) {
        commands.send(new CallCommand.EndCall(
                callId.toString(), OneOfValidator.of(Disposition.class, request.disposition()), request.occurredAt()));
    }
}
