package io.minutebook.intake.api;

import static io.minutebook.platform.security.Role.AGENT;
import static io.minutebook.platform.security.Role.AUDITOR;
import static io.minutebook.platform.security.Role.FOLLOWUP;
import static io.minutebook.platform.security.Role.INTEGRATOR;
import static io.minutebook.platform.security.Role.SUPERVISOR;

import io.minutebook.intake.domain.calls.CallCommand;
import io.minutebook.intake.domain.calls.CallEvent;
import io.minutebook.intake.domain.calls.CallState;
import io.minutebook.kernel.History;
import io.minutebook.platform.command.AggregateStates;
import io.minutebook.platform.command.AggregateType;
import io.minutebook.platform.security.Allow;
import io.minutebook.platform.security.SiteAccess;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows a call to those who may see its site. */
@RestController
@RequestMapping("/api/intake/calls")
class CallQueryController {
    private final AggregateStates aggregateStates;
    private final AggregateType<CallCommand, History<CallState, CallEvent>, CallEvent> calls;
    private final SiteAccess access;

    CallQueryController(
            AggregateStates aggregateStates,
            AggregateType<CallCommand, History<CallState, CallEvent>, CallEvent> calls,
            SiteAccess access) {
        this.aggregateStates = aggregateStates;
        this.calls = calls;
        this.access = access;
    }

    @GetMapping("/{callId}")
    @Allow({AGENT, SUPERVISOR, FOLLOWUP, AUDITOR, INTEGRATOR})
    CallResponse read(@PathVariable UUID callId) {
        CallResponse answer = CallResponse.of(callId.toString(), aggregateStates.state(calls, callId.toString()));
        access.require(answer.site());
        return answer;
    }
}
