package io.minutebook.intake.stream;

import io.minutebook.contract.CaseRegistered;
import io.minutebook.contract.CaseType;
import io.minutebook.contract.FaultDispatched;
import io.minutebook.contract.Resolved;
import io.minutebook.contract.Tier;
import io.minutebook.contract.VendorOrderPlaced;
import io.minutebook.intake.domain.CaseEvent;
import io.minutebook.intake.domain.Report;
import org.jspecify.annotations.Nullable;

/** Events of a case together with what was registered, so that nobody who hears them has to ask back. */
record Enriched(String caseId, CaseEvent.CaseRegistered event) {
    String site() {
        return report().site();
    }

    CaseRegistered registered() {
        Report report = report();
        return new CaseRegistered(
                caseId,
                event.caseNumber(),
                report.callId(),
                report.site(),
                report.channel().word(),
                type(),
                report.priority().word(),
                event.owner(),
                report.customer().name(),
                report.customer().phone(),
                report.customer().email(),
                report.customer().language(),
                model(),
                serialNumber(),
                report.symptom(),
                report.startedAt(),
                report.frequency(),
                report.actionsTried());
    }

    FaultDispatched dispatched(CaseEvent.FaultDispatched e) {
        Report report = report();
        return new FaultDispatched(
                caseId,
                event.caseNumber(),
                report.site(),
                report.channel().word(),
                type(),
                report.priority().word(),
                e.given().owner(),
                report.customer().name(),
                report.customer().phone(),
                report.customer().email(),
                report.customer().language(),
                model(),
                serialNumber(),
                report.symptom(),
                report.startedAt(),
                report.frequency(),
                report.actionsTried(),
                e.given().steps(),
                e.given().note(),
                e.project(),
                e.engineer(),
                e.given().cycle());
    }

    VendorOrderPlaced ordered(CaseEvent.VendorOrderPlaced e) {
        Report report = report();
        return new VendorOrderPlaced(
                caseId,
                event.caseNumber(),
                report.site(),
                report.channel().word(),
                type(),
                report.priority().word(),
                e.given().owner(),
                report.customer().name(),
                report.customer().phone(),
                report.customer().email(),
                report.customer().language(),
                model(),
                serialNumber(),
                report.symptom(),
                report.startedAt(),
                report.frequency(),
                report.actionsTried(),
                e.given().steps(),
                e.given().note(),
                e.vendor(),
                e.reference(),
                e.given().cycle());
    }

    Resolved resolved(CaseEvent.Resolved e) {
        Report report = report();
        return new Resolved(
                caseId,
                event.caseNumber(),
                report.site(),
                report.channel().word(),
                type(),
                report.priority().word(),
                report.customer().name(),
                report.customer().phone(),
                report.customer().email(),
                report.customer().language(),
                model(),
                serialNumber(),
                Tier.L1,
                e.summary(),
                null,
                null,
                e.cycle());
    }

    private Report report() {
        return event.report();
    }

    private CaseType type() {
        return CaseType.valueOf(report().type().name());
    }

    private @Nullable String model() {
        Report.Product product = report().product();
        return product == null ? null : product.model();
    }

    private @Nullable String serialNumber() {
        Report.Product product = report().product();
        return product == null ? null : product.serialNumber();
    }
}
