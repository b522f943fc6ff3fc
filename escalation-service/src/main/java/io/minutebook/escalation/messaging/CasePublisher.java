package io.minutebook.escalation.messaging;

import static io.minutebook.platform.messaging.CaseHeaders.header;

import io.minutebook.contract.Audience;
import io.minutebook.contract.CaseReopened;
import io.minutebook.contract.CaseResumed;
import io.minutebook.contract.CaseSuspended;
import io.minutebook.contract.DispatchAcknowledged;
import io.minutebook.contract.EngineerReplied;
import io.minutebook.contract.EscalatedToL2;
import io.minutebook.contract.EscalatedToL3;
import io.minutebook.contract.ExpertContacted;
import io.minutebook.contract.ProgressReported;
import io.minutebook.contract.PublishedEvent;
import io.minutebook.contract.ResolutionOutcome;
import io.minutebook.contract.Resolved;
import io.minutebook.contract.SolutionPlanned;
import io.minutebook.contract.SolvedBy;
import io.minutebook.contract.Tier;
import io.minutebook.contract.Topics;
import io.minutebook.contract.WorkFinding;
import io.minutebook.contract.WorkReturned;
import io.minutebook.escalation.domain.cases.CaseEvent;
import io.minutebook.escalation.domain.cases.EscalationTier;
import io.minutebook.eventlog.StoredEvent;
import io.minutebook.platform.messaging.Publisher;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What escalation publishes of a case. What intake or followup has published already is not published again. */
@Component
class CasePublisher implements Publisher<CaseEvent> {
    @Override
    public Class<CaseEvent> family() {
        return CaseEvent.class;
    }

    @Override
    public String topic() {
        return Topics.ESCALATION_CASES;
    }

    @Override
    public @Nullable PublishedEvent translate(StoredEvent<CaseEvent> event) {
        return switch (event.event()) {
            case CaseEvent.DispatchReceived e -> null;
            case CaseEvent.VendorOrderReceived e -> null;
            case CaseEvent.ClearanceNoted e -> null;
            case CaseEvent.OnClock e -> null;
            case CaseEvent.CaseReopened e -> new CaseReopened(header(e.ref()), e.reason());
            case CaseEvent.DispatchAcknowledged e ->
                new DispatchAcknowledged(header(e.ref()), e.project(), e.engineer());
            case CaseEvent.EngineerReplied e ->
                new EngineerReplied(
                        header(e.ref()),
                        e.engineer(),
                        audience(e.to()),
                        e.plan(),
                        e.expectedDoneBy(),
                        e.difficulty(),
                        e.nextSteps());
            case CaseEvent.ProgressReported e -> new ProgressReported(header(e.ref()), e.note());
            case CaseEvent.WorkReturned e ->
                new WorkReturned(
                        header(e.ref()),
                        e.engineer(),
                        WorkFinding.valueOf(e.finding().name()),
                        e.reason());
            case CaseEvent.EscalatedToL2 e ->
                new EscalatedToL2(header(e.ref()), e.reason(), e.customerTold(), e.expectedBy());
            case CaseEvent.EscalatedToL3 e -> new EscalatedToL3(header(e.ref()), e.reason(), e.customerTold());
            case CaseEvent.ExpertContacted e -> new ExpertContacted(header(e.ref()), e.reached(), e.note());
            case CaseEvent.SolutionPlanned e ->
                new SolutionPlanned(
                        header(e.ref()), e.plan(), tier(e.tier()), e.engineer(), audience(e.to()), e.expectedDoneBy());
            case CaseEvent.Resolved e ->
                new Resolved(
                        header(e.ref()),
                        tier(e.tier()),
                        ResolutionOutcome.valueOf(e.outcome().name()),
                        e.solvedBy() == null
                                ? null
                                : SolvedBy.valueOf(e.solvedBy().name()),
                        e.solver(),
                        e.summary());
            case CaseEvent.CaseSuspended e ->
                new CaseSuspended(header(e.ref()), e.reason().name(), e.until());
            case CaseEvent.CaseResumed e -> new CaseResumed(header(e.ref()), e.suspensionId());
        };
    }

    private static Tier tier(EscalationTier tier) {
        return Tier.valueOf(tier.name());
    }

    private static Audience audience(io.minutebook.escalation.domain.cases.Audience to) {
        return Audience.valueOf(to.name());
    }
}
