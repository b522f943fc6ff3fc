package io.minutebook.intake.messaging;

import io.minutebook.contract.CaseReopened;
import io.minutebook.contract.HistoryImported;
import io.minutebook.contract.Outcome;
import io.minutebook.contract.OwnerChanged;
import io.minutebook.contract.PreprocessingConcluded;
import io.minutebook.contract.PromiseBroken;
import io.minutebook.contract.PromiseKept;
import io.minutebook.contract.PromiseMade;
import io.minutebook.contract.PublishedEvent;
import io.minutebook.contract.Topics;
import io.minutebook.eventlog.StoredEvent;
import io.minutebook.intake.domain.cases.CaseEvent;
import io.minutebook.intake.domain.cases.HistoryRow;
import io.minutebook.platform.messaging.Publisher;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Cases as the world hears of them. */
@Component
final class CasePublisher implements Publisher<CaseEvent> {
    private final Registrations registrations;

    CasePublisher(Registrations registrations) {
        this.registrations = registrations;
    }

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
        String id = stored.stream();
        return switch (stored.event()) {
            case CaseEvent.CaseRegistered e -> {
                registrations.keep(id, e);
                yield file(id).registered();
            }
            case CaseEvent.PreprocessingConcluded e ->
                new PreprocessingConcluded(
                        id,
                        number(id),
                        file(id).site(),
                        Outcome.valueOf(e.outcome().name()),
                        e.steps(),
                        e.articleIds(),
                        e.note(),
                        e.cycle());
            case CaseEvent.FaultDispatched e -> file(id).dispatched(e);
            case CaseEvent.VendorOrderPlaced e -> file(id).ordered(e);
            case CaseEvent.Resolved e -> file(id).resolved(e);
            case CaseEvent.ResolvedElsewhere e -> null;
            case CaseEvent.CaseReopened e ->
                e.toFirstLine() ? new CaseReopened(id, number(id), e.reason(), e.cycle()) : null;
            case CaseEvent.CaseClosed e -> null;
            case CaseEvent.PromiseMade e -> new PromiseMade(id, number(id), e.promiseId(), e.text(), e.dueAt());
            case CaseEvent.PromiseKept e -> new PromiseKept(id, number(id), e.promiseId(), e.note());
            case CaseEvent.PromiseBroken e -> new PromiseBroken(id, number(id), e.promiseId(), e.text(), e.dueAt());
            case CaseEvent.OwnerChanged e -> new OwnerChanged(id, number(id), e.from(), e.to(), e.reason());
            case CaseEvent.HistoryImported e -> imported(id, e);
            case CaseEvent.OnClock e -> null;
        };
    }

    private Enriched file(String caseId) {
        return new Enriched(caseId, registrations.of(caseId));
    }

    private String number(String caseId) {
        return registrations.of(caseId).caseNumber();
    }

    private static HistoryImported imported(String id, CaseEvent.HistoryImported e) {
        HistoryRow row = e.row();
        return new HistoryImported(
                id,
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
