package io.minutebook.intake.api;

import static io.minutebook.platform.security.Role.AGENT;
import static io.minutebook.platform.security.Role.EXPERT;
import static io.minutebook.platform.security.Role.FOLLOWUP;
import static io.minutebook.platform.security.Role.INTEGRATOR;
import static io.minutebook.platform.security.Role.MANAGER;
import static io.minutebook.platform.security.Role.SUPERVISOR;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.minutebook.intake.domain.Channel;
import io.minutebook.intake.domain.calls.CallCommand;
import io.minutebook.intake.domain.calls.CallEvent;
import io.minutebook.intake.domain.calls.CallState;
import io.minutebook.intake.domain.cases.CaseCommand;
import io.minutebook.intake.domain.cases.CaseType;
import io.minutebook.intake.domain.cases.HandOver;
import io.minutebook.intake.domain.cases.Outcome;
import io.minutebook.intake.domain.cases.Priority;
import io.minutebook.intake.domain.cases.Registration;
import io.minutebook.intake.domain.cases.VendorAnswer;
import io.minutebook.kernel.Fact;
import io.minutebook.kernel.History;
import io.minutebook.platform.command.AggregateStates;
import io.minutebook.platform.command.AggregateType;
import io.minutebook.platform.command.Commands;
import io.minutebook.platform.command.Ids;
import io.minutebook.platform.input.Email;
import io.minutebook.platform.input.FieldFault;
import io.minutebook.platform.input.InvalidRequest;
import io.minutebook.platform.input.Occurred;
import io.minutebook.platform.input.Phone;
import io.minutebook.platform.input.SiteId;
import io.minutebook.platform.input.StatedInput;
import io.minutebook.platform.input.Text;
import io.minutebook.platform.security.Allow;
import io.minutebook.platform.security.SiteAccess;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.InstantSource;
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
 * Registers cases, concludes their pre-processing, passes them on, and records what is promised and who owns them. {@code occurredAt} says when a step
 * happened that is entered later, {@code evidence} what shows it.
 */
@RestController
@RequestMapping({"/api/intake/cases", "/intake/cases"})
class CaseCommandController {
    record Customer(
            @Text(max = 200) String name,
            @Phone String phone,
            @Nullable @Email String email,

            @Nullable
            @Pattern(
                    regexp = "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}",
                    message = "must be a language tag such as zh or en-GB")
            String language) {}

    record Product(
            @Nullable @Text(max = 200, blank = true) String model,
            @Nullable @Text(max = 200, blank = true) String serialNumber) {}

    /** What a customer reports; a FAULT needs the product's model and serial number. Priority is NORMAL where none is given. */
    record Register(
            @Nullable UUID callId,
            @OneOf(Channel.class) String channel,
            @SiteId String site,
            @OneOf(CaseType.class) String type,
            @Nullable @OneOf(Priority.class) String priority,
            Customer customer,
            @Nullable Product product,
            @Text(max = 8000) String symptom,
            @Nullable @Occurred Instant startedAt,
            @Nullable @Text(max = 1000, blank = true) String frequency,
            @Size(max = 100) List<@Text(max = 2000) String> actionsTried,
            @Nullable @Occurred Instant occurredAt,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable @Size(max = 10)
            List<@Text(max = 500) String> evidence) {
        /** @throws InvalidRequest naming what a report of this type lacks */
        Registration registration() {
            Registration registration = new Registration(
                    callId == null ? null : callId.toString(),
                    OneOfValidator.of(Channel.class, channel),
                    site,
                    OneOfValidator.of(CaseType.class, type),
                    priority == null ? Priority.NORMAL : OneOfValidator.of(Priority.class, priority),
                    new Registration.Customer(customer.name(), customer.phone(), customer.email(), customer.language()),
                    product == null ? null : new Registration.Product(product.model(), product.serialNumber()),
                    symptom,
                    startedAt,
                    frequency,
                    actionsTried);
            List<String> missing = registration.missing();
            if (!missing.isEmpty()) {
                throw new InvalidRequest(missing.stream()
                        .map(field -> new FieldFault(field, "is required for a " + registration.type()))
                        .toList());
            }
            return registration;
        }
    }

    record Conclude(
            @OneOf(Outcome.class) String outcome,
            @Size(max = 100) List<@Text(max = 2000) String> steps,
            @Size(max = 100) List<@Text(max = 100) String> articleIds,
            @Nullable @Text(max = 8000, blank = true) String note,
            @Nullable @Occurred Instant occurredAt,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable @Size(max = 10)
            List<@Text(max = 500) String> evidence) {}

    /**
     * @param mode FIRST, INSTEAD of those who have it or BESIDE them; left out: FIRST, or INSTEAD where somebody has it
     * @param reason why it passes on
     */
    record Dispatch(
            @Text(max = 200) String project,
            @Text(max = 100) String engineer,
            @Nullable @OneOf(HandOver.class) String mode,
            @Nullable @Text(max = 2000, blank = true) String reason,
            @Nullable @Occurred Instant occurredAt,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable @Size(max = 10)
            List<@Text(max = 500) String> evidence) {}

    /**
     * @param mode FIRST, INSTEAD of those who have it or BESIDE them; left out: FIRST, or INSTEAD where somebody has it
     * @param reason why it passes on; needed where an engineer has the case
     */
    record Order(
            @Text(max = 200) String vendor,
            @Nullable @Text(max = 200, blank = true) String reference,
            @Nullable @OneOf(HandOver.class) String mode,
            @Nullable @Text(max = 2000, blank = true) String reason,
            @Nullable @Occurred Instant occurredAt,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable @Size(max = 10)
            List<@Text(max = 500) String> evidence) {}

    /** What the vendor says: a plan or, where there is none yet, the difficulty and the next steps. */
    record VendorReply(
            @Nullable @Text(max = 8000, blank = true) String plan,
            @Nullable @DueTime Instant expectedDoneBy,
            @Nullable @Text(max = 8000, blank = true) String difficulty,
            @Nullable @Text(max = 8000, blank = true) String nextSteps,
            @Nullable @Occurred Instant occurredAt,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable @Size(max = 10)
            List<@Text(max = 500) String> evidence) {}

    record MakePromise(
            @Text(max = 2000) String text,
            @DueTime Instant dueAt,
            @Nullable @Occurred Instant occurredAt,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable @Size(max = 10)
            List<@Text(max = 500) String> evidence) {}

    record KeepPromise(
            @Nullable @Text(max = 2000, blank = true) String note,
            @Nullable @Occurred Instant occurredAt,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable @Size(max = 10)
            List<@Text(max = 500) String> evidence) {
        static final KeepPromise NOW = new KeepPromise(null, null, null);
    }

    record ChangeOwner(
            @Text(max = 100) String owner,
            @Text(max = 2000) String reason,
            @Nullable @Occurred Instant occurredAt,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable @Size(max = 10)
            List<@Text(max = 500) String> evidence) {}

    record Registered(String caseId, String caseNumber) {}

    record Promised(String promiseId) {}

    private final Commands commands;
    private final AggregateStates aggregateStates;
    private final AggregateType<CallCommand, History<CallState, CallEvent>, CallEvent> calls;
    private final CaseNumberSequence numbers;
    private final Ids ids;
    private final SiteAccess access;
    private final InstantSource clock;

    CaseCommandController(
            Commands commands,
            AggregateStates aggregateStates,
            AggregateType<CallCommand, History<CallState, CallEvent>, CallEvent> calls,
            CaseNumberSequence numbers,
            Ids ids,
            SiteAccess access,
            InstantSource clock) {
        this.commands = commands;
        this.aggregateStates = aggregateStates;
        this.calls = calls;
        this.numbers = numbers;
        this.ids = ids;
        this.access = access;
        this.clock = clock;
    }

    /** Who answered the call first owns the case to its end (首问负责); without a call, or an answer that is known, the caller does. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Allow({AGENT, SUPERVISOR, INTEGRATOR})
    Registered register(@RequestBody Register request) {
        Registration registration = request.registration();
        access.require(registration.site());
        Instant at = Objects.requireNonNullElseGet(request.occurredAt(), clock::instant);
        List<Fact<CallEvent>> call = call(registration.callId());
        String owner = call.stream()
                .map(Fact::event)
                .filter(CallEvent.CallAnswered.class::isInstance)
                .map(event -> ((CallEvent.CallAnswered) event).agent())
                .findFirst()
                .orElseGet(access::caller);
        UUID cause = call.stream()
                .filter(fact -> request.occurredAt() == null || !fact.at().isAfter(at))
                .map(Fact::id)
                .reduce((earlier, later) -> later)
                .orElse(null);
        String caseId = ids.next().toString();
        String number = numbers.next(registration.site(), at);
        return commands.begin(
                new CaseCommand.RegisterCase(
                        caseId, number, owner, registration, StatedInput.of(request.occurredAt(), request.evidence())),
                new Registered(caseId, number),
                cause);
    }

    /** What happened to the call; nothing where there is none. */
    private List<Fact<CallEvent>> call(@Nullable String callId) {
        if (callId == null) {
            return List.of();
        }
        History<CallState, CallEvent> call = aggregateStates.state(calls, callId);
        access.require(CallResponse.of(callId, call).site());
        return call.facts();
    }

    @PostMapping("/{caseId}/preprocessing")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow({AGENT, SUPERVISOR})
    void conclude(@PathVariable UUID caseId, @RequestBody Conclude request) {
        commands.send(new CaseCommand.ConcludePreprocessing(
                caseId.toString(),
                OneOfValidator.of(Outcome.class, request.outcome()),
                request.steps(),
                request.articleIds(),
                request.note(),
                StatedInput.of(request.occurredAt(), request.evidence())));
    }

    @PostMapping("/{caseId}/dispatch")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow({AGENT, MANAGER, SUPERVISOR})
    void dispatch(@PathVariable UUID caseId, @RequestBody Dispatch request) {
        commands.send(new CaseCommand.DispatchFault(
                caseId.toString(),
                request.project(),
                request.engineer(),
                mode(request.mode()),
                request.reason(),
                StatedInput.of(request.occurredAt(), request.evidence())));
    }

    @PostMapping("/{caseId}/vendor-order")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow({AGENT, MANAGER, SUPERVISOR})
    void order(@PathVariable UUID caseId, @RequestBody Order request) {
        commands.send(new CaseCommand.PlaceVendorOrder(
                caseId.toString(),
                ids.next().toString(),
                request.vendor(),
                request.reference(),
                mode(request.mode()),
                request.reason(),
                StatedInput.of(request.occurredAt(), request.evidence())));
    }

    private static @Nullable HandOver mode(@Nullable String mode) {
        return mode == null ? null : OneOfValidator.of(HandOver.class, mode);
    }

    /** The order's id stands among the assignments of the case. */
    @PostMapping("/{caseId}/vendor-orders/{orderId}/replies")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow({AGENT, SUPERVISOR})
    void reply(@PathVariable UUID caseId, @PathVariable UUID orderId, @RequestBody VendorReply request) {
        commands.send(new CaseCommand.RecordVendorReply(
                caseId.toString(),
                orderId.toString(),
                new VendorAnswer(request.plan(), request.expectedDoneBy(), request.difficulty(), request.nextSteps()),
                StatedInput.of(request.occurredAt(), request.evidence())));
    }

    @PostMapping("/{caseId}/promises")
    @ResponseStatus(HttpStatus.CREATED)
    @Allow({AGENT, EXPERT, MANAGER, FOLLOWUP, SUPERVISOR})
    Promised promise(@PathVariable UUID caseId, @RequestBody MakePromise request) {
        String promiseId = ids.next().toString();
        return commands.send(
                new CaseCommand.MakePromise(
                        caseId.toString(),
                        promiseId,
                        request.text(),
                        request.dueAt(),
                        StatedInput.of(request.occurredAt(), request.evidence())),
                new Promised(promiseId));
    }

    @PostMapping("/{caseId}/promises/{promiseId}/kept")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow({AGENT, EXPERT, MANAGER, FOLLOWUP, SUPERVISOR})
    void keep(
            @PathVariable UUID caseId,
            @PathVariable UUID promiseId,
            @RequestBody(required = false) @Nullable KeepPromise body) {
        KeepPromise request = Objects.requireNonNullElse(body, KeepPromise.NOW);
        commands.send(new CaseCommand.KeepPromise(
                caseId.toString(),
                promiseId.toString(),
                request.note(),
                StatedInput.of(request.occurredAt(), request.evidence())));
    }

    @PostMapping("/{caseId}/owner")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow(SUPERVISOR)
    void changeOwner(@PathVariable UUID caseId, @RequestBody ChangeOwner request) {
        commands.send(new CaseCommand.ChangeOwner(
                caseId.toString(),
                request.owner(),
                request.reason(),
                StatedInput.of(request.occurredAt(), request.evidence())));
    }
}
