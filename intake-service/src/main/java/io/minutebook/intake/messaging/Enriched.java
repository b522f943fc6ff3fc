package io.minutebook.intake.messaging;

import io.minutebook.contract.CaseRegistered;
import io.minutebook.contract.CaseType;
import io.minutebook.contract.FaultDispatched;
import io.minutebook.contract.Resolved;
import io.minutebook.contract.Tier;
import io.minutebook.contract.VendorOrderPlaced;
import io.minutebook.intake.domain.cases.CaseEvent;
import io.minutebook.intake.domain.cases.Registration;
import org.jspecify.annotations.Nullable;

/** Events of a case together with what was registered, so that nobody who hears them has to ask back. */
record Enriched(String caseId, CaseEvent.CaseRegistered event) {
    String site() {
        return report().site();
    }

    CaseRegistered registered() {
        Registration registration = report();
        return new CaseRegistered(
                caseId,
                event.caseNumber(),
                registration.callId(),
                registration.site(),
                registration.channel().word(),
                type(),
                registration.priority().word(),
                event.owner(),
                registration.customer().name(),
                registration.customer().phone(),
                registration.customer().email(),
                registration.customer().language(),
                model(),
                serialNumber(),
                registration.symptom(),
                registration.startedAt(),
                registration.frequency(),
                registration.actionsTried());
    }

    FaultDispatched dispatched(CaseEvent.FaultDispatched e) {
        Registration registration = report();
        return new FaultDispatched(
                caseId,
                event.caseNumber(),
                registration.site(),
                registration.channel().word(),
                type(),
                registration.priority().word(),
                e.given().owner(),
                registration.customer().name(),
                registration.customer().phone(),
                registration.customer().email(),
                registration.customer().language(),
                model(),
                serialNumber(),
                registration.symptom(),
                registration.startedAt(),
                registration.frequency(),
                registration.actionsTried(),
                e.given().steps(),
                e.given().note(),
                e.project(),
                e.engineer(),
                e.given().cycle());
    }

    VendorOrderPlaced ordered(CaseEvent.VendorOrderPlaced e) {
        Registration registration = report();
        return new VendorOrderPlaced(
                caseId,
                event.caseNumber(),
                registration.site(),
                registration.channel().word(),
                type(),
                registration.priority().word(),
                e.given().owner(),
                registration.customer().name(),
                registration.customer().phone(),
                registration.customer().email(),
                registration.customer().language(),
                model(),
                serialNumber(),
                registration.symptom(),
                registration.startedAt(),
                registration.frequency(),
                registration.actionsTried(),
                e.given().steps(),
                e.given().note(),
                e.vendor(),
                e.reference(),
                e.given().cycle());
    }

    Resolved resolved(CaseEvent.Resolved e) {
        Registration registration = report();
        return new Resolved(
                caseId,
                event.caseNumber(),
                registration.site(),
                registration.channel().word(),
                type(),
                registration.priority().word(),
                registration.customer().name(),
                registration.customer().phone(),
                registration.customer().email(),
                registration.customer().language(),
                model(),
                serialNumber(),
                Tier.L1,
                e.summary(),
                null,
                null,
                e.cycle());
    }

    private Registration report() {
        return event.report();
    }

    private CaseType type() {
        return CaseType.valueOf(report().type().name());
    }

    private @Nullable String model() {
        Registration.Product product = report().product();
        return product == null ? null : product.model();
    }

    private @Nullable String serialNumber() {
        Registration.Product product = report().product();
        return product == null ? null : product.serialNumber();
    }
}
