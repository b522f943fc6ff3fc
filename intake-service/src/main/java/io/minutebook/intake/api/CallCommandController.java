package io.minutebook.intake.api;

import static io.minutebook.platform.security.Role.AGENT;
import static io.minutebook.platform.security.Role.INTEGRATOR;
import static io.minutebook.platform.security.Role.SUPERVISOR;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.minutebook.intake.domain.calls.CallCommand;
import io.minutebook.intake.domain.calls.Disposition;
import io.minutebook.intake.domain.calls.Emotion;
import io.minutebook.platform.command.Commands;
import io.minutebook.platform.command.Ids;
import io.minutebook.platform.input.Occurred;
import io.minutebook.platform.input.Phone;
import io.minutebook.platform.input.SiteId;
import io.minutebook.platform.input.StatedInput;
import io.minutebook.platform.input.Text;
import io.minutebook.platform.security.Allow;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
 * What people and the telephone system do with calls, from the first ring to the end. {@code occurredAt} says when a step happened that is entered
 * later, {@code evidence} what shows it.
 */
@RestController
@RequestMapping({"/api/intake/calls", "/intake/calls"})
class CallCommandController {
    /** A call rings; {@code callerNumber} is left out where it is withheld. */
    record Receive(
            @SiteId String site,
            @Text(max = 100) String line,
            @Nullable @Phone String callerNumber,
            @Nullable @Occurred Instant receivedAt,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable @Size(max = 10)
            List<@Text(max = 500) String> evidence) {}

    record Answer(
            @Text(max = 100) String agent,
            @Nullable @Occurred Instant occurredAt,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable @Size(max = 10)
            List<@Text(max = 500) String> evidence) {}

    record Hold(
            @Nullable @Text(max = 1000, blank = true) String reason,
            @Nullable @Occurred Instant occurredAt,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable @Size(max = 10)
            List<@Text(max = 500) String> evidence) {
        static final Hold NOW = new Hold(null, null, null);
    }

    record Retrieve(
            @Nullable @Occurred Instant occurredAt,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable @Size(max = 10)
            List<@Text(max = 500) String> evidence) {
        static final Retrieve NOW = new Retrieve(null, null);
    }

    /** @param to the agent or line that takes over; left out: whoever is free in the queue */
    record Transfer(
            @Nullable @Text(max = 100) String to,
            @Nullable @Text(max = 1000, blank = true) String reason,
            @Nullable @Occurred Instant occurredAt,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable @Size(max = 10)
            List<@Text(max = 500) String> evidence) {
        static final Transfer TO_THE_QUEUE = new Transfer(null, null, null, null);
        private static final String QUEUE = "queue";

        String taker() {
            return Objects.requireNonNullElse(to, QUEUE);
        }
    }

    record TakeTransfer(
            @Text(max = 100) String agent,
            @Nullable @Occurred Instant occurredAt,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable @Size(max = 10)
            List<@Text(max = 500) String> evidence) {}

    /** @param dueAt by when the customer is called back; left out: within 24 hours */
    record OfferCallback(
            @Nullable @Phone String number,
            boolean accepted,
            @Nullable @DueTime Instant dueAt,
            @Nullable @Occurred Instant occurredAt,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable @Size(max = 10)
            List<@Text(max = 500) String> evidence) {}

    record Link(
            UUID caseId,
            @Nullable @Occurred Instant occurredAt,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable @Size(max = 10)
            List<@Text(max = 500) String> evidence) {}

    record Feeling(
            @OneOf(Emotion.class) String emotion,
            @Nullable @Occurred Instant occurredAt,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable @Size(max = 10)
            List<@Text(max = 500) String> evidence) {}

    record End(
            @OneOf(Disposition.class) String disposition,
            @Nullable @Occurred Instant occurredAt,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable @Size(max = 10)
            List<@Text(max = 500) String> evidence) {}

    record Received(String callId) {}

    private final Commands commands;
    private final CaseLookup caseLookup;
    private final Ids ids;

    CallCommandController(Commands commands, CaseLookup caseLookup, Ids ids) {
        this.commands = commands;
        this.caseLookup = caseLookup;
        this.ids = ids;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Allow({AGENT, SUPERVISOR, INTEGRATOR})
    Received receive(@RequestBody Receive request) {
        String callId = ids.next().toString();
        return commands.begin(
                new CallCommand.ReceiveCall(
                        callId,
                        request.site(),
                        request.line(),
                        request.callerNumber(),
                        StatedInput.of(request.receivedAt(), request.evidence())),
                new Received(callId));
    }

    @PostMapping("/{callId}/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow({AGENT, SUPERVISOR, INTEGRATOR})
    void answer(@PathVariable UUID callId, @RequestBody Answer request) {
        commands.send(new CallCommand.AnswerCall(
                callId.toString(), request.agent(), StatedInput.of(request.occurredAt(), request.evidence())));
    }

    @PostMapping("/{callId}/hold")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow({AGENT, SUPERVISOR, INTEGRATOR})
    void hold(@PathVariable UUID callId, @RequestBody(required = false) @Nullable Hold body) {
        Hold request = Objects.requireNonNullElse(body, Hold.NOW);
        commands.send(new CallCommand.HoldCall(
                callId.toString(), request.reason(), StatedInput.of(request.occurredAt(), request.evidence())));
    }

    @PostMapping("/{callId}/retrieve")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow({AGENT, SUPERVISOR, INTEGRATOR})
    void retrieve(@PathVariable UUID callId, @RequestBody(required = false) @Nullable Retrieve body) {
        Retrieve request = Objects.requireNonNullElse(body, Retrieve.NOW);
        commands.send(new CallCommand.RetrieveCall(
                callId.toString(), StatedInput.of(request.occurredAt(), request.evidence())));
    }

    @PostMapping("/{callId}/callback-offer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow({AGENT, SUPERVISOR, INTEGRATOR})
    void offerCallback(@PathVariable UUID callId, @RequestBody OfferCallback request) {
        commands.send(new CallCommand.OfferCallback(
                callId.toString(),
                request.number(),
                request.accepted(),
                request.dueAt(),
                StatedInput.of(request.occurredAt(), request.evidence())));
    }

    @PostMapping("/{callId}/transfer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow({AGENT, SUPERVISOR, INTEGRATOR})
    void transfer(@PathVariable UUID callId, @RequestBody(required = false) @Nullable Transfer body) {
        Transfer request = Objects.requireNonNullElse(body, Transfer.TO_THE_QUEUE);
        commands.send(new CallCommand.TransferCall(
                callId.toString(),
                request.taker(),
                request.reason(),
                StatedInput.of(request.occurredAt(), request.evidence())));
    }

    @PostMapping("/{callId}/transfer/taken")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow({AGENT, SUPERVISOR, INTEGRATOR})
    void takeTransfer(@PathVariable UUID callId, @RequestBody TakeTransfer request) {
        commands.send(new CallCommand.TakeTransfer(
                callId.toString(), request.agent(), StatedInput.of(request.occurredAt(), request.evidence())));
    }

    @PostMapping("/{callId}/link")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow({AGENT, SUPERVISOR})
    void link(@PathVariable UUID callId, @RequestBody Link request) {
        String caseId = request.caseId().toString();
        commands.send(new CallCommand.LinkCall(
                callId.toString(),
                caseId,
                caseLookup.numberOf(caseId),
                StatedInput.of(request.occurredAt(), request.evidence())));
    }

    @PostMapping("/{callId}/emotion")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow({AGENT, SUPERVISOR, INTEGRATOR})
    void emotion(@PathVariable UUID callId, @RequestBody Feeling request) {
        commands.send(new CallCommand.NoteEmotion(
                callId.toString(),
                OneOfValidator.of(Emotion.class, request.emotion()),
                StatedInput.of(request.occurredAt(), request.evidence())));
    }

    @PostMapping("/{callId}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow({AGENT, SUPERVISOR, INTEGRATOR})
    void end(@PathVariable UUID callId, @RequestBody End request) {
        commands.send(new CallCommand.EndCall(
                callId.toString(),
                OneOfValidator.of(Disposition.class, request.disposition()),
                StatedInput.of(request.occurredAt(), request.evidence())));
    }
}
