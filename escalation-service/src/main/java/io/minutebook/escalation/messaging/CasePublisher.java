package io.minutebook.escalation.messaging;

import io.minutebook.contract.CaseReopened;
import io.minutebook.contract.CaseResumed;
import io.minutebook.contract.CaseSuspended;
import io.minutebook.contract.CaseType;
import io.minutebook.contract.DispatchAcknowledged;
import io.minutebook.contract.EngineerReplied;
import io.minutebook.contract.EscalatedToL2;
import io.minutebook.contract.EscalatedToL3;
import io.minutebook.contract.ExpertContacted;
import io.minutebook.contract.ProgressReported;
import io.minutebook.contract.PublishedEvent;
import io.minutebook.contract.Resolved;
import io.minutebook.contract.SolutionPlanned;
import io.minutebook.contract.Tier;
import io.minutebook.contract.Topics;
import io.minutebook.escalation.domain.cases.CaseEvent;
import io.minutebook.escalation.domain.cases.CaseRef;
import io.minutebook.escalation.domain.cases.Report;
import io.minutebook.eventlog.StoredEvent;
import io.minutebook.platform.messaging.Publisher;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the world hears of a case that is worked on. What intake or followup has published already is not said twice. */
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
            case CaseEvent.CaseReopened e -> reopened(e, e.ref());
            case CaseEvent.DispatchAcknowledged e -> acknowledged(e, e.ref());
            case CaseEvent.EngineerReplied e -> replied(e, e.ref());
            case CaseEvent.ProgressReported e -> progress(e, e.ref());
            case CaseEvent.EscalatedToL2 e -> escalated(e, e.ref());
            case CaseEvent.EscalatedToL3 e -> escalated(e, e.ref());
            case CaseEvent.ExpertContacted e -> contacted(e, e.ref());
            case CaseEvent.SolutionPlanned e -> planned(e, e.ref(), e.report());
            case CaseEvent.Resolved e -> resolved(e, e.ref(), e.report());
            case CaseEvent.CaseSuspended e -> suspended(e, e.ref());
            case CaseEvent.CaseResumed e -> resumed(e.ref());
        };
    }

    private static CaseReopened reopened(CaseEvent.CaseReopened e, CaseRef ref) {
        return new CaseReopened(ref.caseId(), ref.caseNumber(), e.reason(), ref.cycle());
    }

    private static DispatchAcknowledged acknowledged(CaseEvent.DispatchAcknowledged e, CaseRef ref) {
        return new DispatchAcknowledged(
                ref.caseId(), ref.caseNumber(), ref.site(), e.project(), e.engineer(), ref.cycle());
    }

    private static EngineerReplied replied(CaseEvent.EngineerReplied e, CaseRef ref) {
        return new EngineerReplied(
                ref.caseId(),
                ref.caseNumber(),
                ref.site(),
                e.engineer(),
                e.plan(),
                e.difficulty(),
                e.nextSteps(),
                ref.cycle());
    }

    private static ProgressReported progress(CaseEvent.ProgressReported e, CaseRef ref) {
        return new ProgressReported(ref.caseId(), ref.caseNumber(), ref.site(), e.note(), ref.cycle());
    }

    private static EscalatedToL2 escalated(CaseEvent.EscalatedToL2 e, CaseRef ref) {
        return new EscalatedToL2(
                ref.caseId(), ref.caseNumber(), ref.site(), e.reason(), e.customerTold(), e.expectedBy(), ref.cycle());
    }

    private static EscalatedToL3 escalated(CaseEvent.EscalatedToL3 e, CaseRef ref) {
        return new EscalatedToL3(ref.caseId(), ref.caseNumber(), ref.site(), e.reason(), e.customerTold(), ref.cycle());
    }

    private static ExpertContacted contacted(CaseEvent.ExpertContacted e, CaseRef ref) {
        return new ExpertContacted(ref.caseId(), ref.caseNumber(), ref.site(), e.note(), ref.cycle());
    }

    private static SolutionPlanned planned(CaseEvent.SolutionPlanned e, CaseRef ref, Report report) {
        return new SolutionPlanned(
                ref.caseId(),
                ref.caseNumber(),
                ref.site(),
                report.channel(),
                CaseType.valueOf(report.type()),
                report.priority(),
                report.customer().name(),
                report.customer().phone(),
                report.customer().email(),
                report.customer().language(),
                report.product().model(),
                report.product().serialNumber(),
                e.plan(),
                Tier.valueOf(e.tier().name()),
                e.engineer(),
                ref.cycle());
    }

    private static Resolved resolved(CaseEvent.Resolved e, CaseRef ref, Report report) {
        return new Resolved(
                ref.caseId(),
                ref.caseNumber(),
                ref.site(),
                report.channel(),
                CaseType.valueOf(report.type()),
                report.priority(),
                report.customer().name(),
                report.customer().phone(),
                report.customer().email(),
                report.customer().language(),
                report.product().model(),
                report.product().serialNumber(),
                Tier.valueOf(e.tier().name()),
                e.summary(),
                e.project(),
                e.engineer(),
                ref.cycle());
    }

    private static CaseSuspended suspended(CaseEvent.CaseSuspended e, CaseRef ref) {
        return new CaseSuspended(
                ref.caseId(), ref.caseNumber(), ref.site(), e.reason().name(), ref.cycle());
    }

    private static CaseResumed resumed(CaseRef ref) {
        return new CaseResumed(ref.caseId(), ref.caseNumber(), ref.site(), null, ref.cycle());
    }
}
