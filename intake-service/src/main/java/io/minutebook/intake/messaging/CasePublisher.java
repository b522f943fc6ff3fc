package io.minutebook.intake.messaging;

import static io.minutebook.platform.messaging.CaseHeaders.header;

import io.minutebook.contract.CaseDetails;
import io.minutebook.contract.CaseRegistered;
import io.minutebook.contract.CaseReopened;
import io.minutebook.contract.CaseType;
import io.minutebook.contract.FaultDispatched;
import io.minutebook.contract.HandOver;
import io.minutebook.contract.HistoryImported;
import io.minutebook.contract.Outcome;
import io.minutebook.contract.OwnerChanged;
import io.minutebook.contract.PreprocessingConcluded;
import io.minutebook.contract.PromiseBroken;
import io.minutebook.contract.PromiseKept;
import io.minutebook.contract.PromiseMade;
import io.minutebook.contract.PublishedEvent;
import io.minutebook.contract.ResolutionOutcome;
import io.minutebook.contract.Resolved;
import io.minutebook.contract.SolvedBy;
import io.minutebook.contract.Tier;
import io.minutebook.contract.Topics;
import io.minutebook.contract.VendorOrderPlaced;
import io.minutebook.contract.VendorReplied;
import io.minutebook.eventlog.StoredEvent;
import io.minutebook.intake.domain.cases.CaseEvent;
import io.minutebook.intake.domain.cases.HistoryRow;
import io.minutebook.intake.domain.cases.Registration;
import io.minutebook.platform.messaging.Publisher;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What intake publishes of a case. What it only noted of others' events stays here. */
@Component
final class CasePublisher implements Publisher<CaseEvent> {
    @Override
    public Class<CaseEvent> family() {
        return CaseEvent.class;
    }

    @Override
    public String topic() {
        return Topics.INTAKE_CASES;
    }

    @Override
    public @Nullable PublishedEvent translate(StoredEvent<CaseEvent> stored) {
        return switch (stored.event()) {
            case CaseEvent.CaseRegistered e ->
                new CaseRegistered(header(e.ref()), e.registration().callId(), details(e.owner(), e.registration()));
            case CaseEvent.PreprocessingConcluded e ->
                new PreprocessingConcluded(
                        header(e.ref()), Outcome.valueOf(e.outcome().name()), e.steps(), e.articleIds(), e.note());
            case CaseEvent.FaultDispatched e ->
                new FaultDispatched(
                        header(e.ref()),
                        details(e.given().owner(), e.given().registration()),
                        e.given().steps(),
                        e.given().note(),
                        e.project(),
                        e.engineer(),
                        HandOver.valueOf(e.mode().name()),
                        e.reason());
            case CaseEvent.VendorOrderPlaced e ->
                new VendorOrderPlaced(
                        header(e.ref()),
                        details(e.given().owner(), e.given().registration()),
                        e.given().steps(),
                        e.given().note(),
                        e.vendor(),
                        e.reference(),
                        e.orderId(),
                        HandOver.valueOf(e.mode().name()),
                        e.reason());
            case CaseEvent.VendorReplied e ->
                new VendorReplied(
                        header(e.ref()),
                        e.orderId(),
                        e.vendor(),
                        e.answer().plan(),
                        e.answer().expectedDoneBy(),
                        e.answer().difficulty(),
                        e.answer().nextSteps());
            case CaseEvent.Resolved e ->
                new Resolved(
                        header(e.ref()),
                        Tier.L1,
                        ResolutionOutcome.FIXED,
                        SolvedBy.FIRST_LINE,
                        e.owner(),
                        e.summary());
            case CaseEvent.ResolvedElsewhere e -> null;
            case CaseEvent.CaseReopened e -> e.toFirstLine() ? new CaseReopened(header(e.ref()), e.reason()) : null;
            case CaseEvent.CaseClosed e -> null;
            case CaseEvent.PromiseMade e -> new PromiseMade(header(e.ref()), e.promiseId(), e.text(), e.dueAt());
            case CaseEvent.PromiseKept e -> new PromiseKept(header(e.ref()), e.promiseId(), e.note());
            case CaseEvent.PromiseBroken e -> new PromiseBroken(header(e.ref()), e.promiseId(), e.text(), e.dueAt());
            case CaseEvent.OwnerChanged e -> new OwnerChanged(header(e.ref()), e.from(), e.to(), e.reason());
            case CaseEvent.HistoryImported e -> imported(stored.stream(), e);
            case CaseEvent.OnClock e -> null;
        };
    }

    private static CaseDetails details(String owner, Registration registration) {
        Registration.Customer customer = registration.customer();
        Registration.Product product = registration.product();
        return new CaseDetails(
                registration.channel().word(),
                CaseType.valueOf(registration.type().name()),
                registration.priority().word(),
                owner,
                customer.name(),
                customer.phone(),
                customer.email(),
                customer.language(),
                product == null ? null : product.model(),
                product == null ? null : product.serialNumber(),
                registration.symptom(),
                registration.startedAt(),
                registration.frequency(),
                registration.actionsTried());
    }

    private static HistoryImported imported(String caseId, CaseEvent.HistoryImported e) {
        HistoryRow row = e.row();
        return new HistoryImported(
                caseId,
                e.caseNumber(),
                e.source(),
                e.caseKey(),
                row.activity(),
                row.rank(),
                row.row(),
                row.copy(),
                row.resource(),
                row.group(),
                row.level(),
                row.priority(),
                row.site(),
                row.product(),
                row.step(),
                row.attributes());
    }
}
