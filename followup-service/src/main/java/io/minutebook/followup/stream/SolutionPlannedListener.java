package io.minutebook.followup.stream;

import io.minutebook.contract.SolutionPlanned;
import io.minutebook.followup.domain.CaseCommand;
import io.minutebook.platform.stream.Delivery;
import io.minutebook.platform.stream.Listener;
import org.springframework.stereotype.Component;

/** A plan is determined: the customer is to be called. */
@Component
class SolutionPlannedListener implements Listener<SolutionPlanned> {
    @Override
    public Class<SolutionPlanned> hears() {
        return SolutionPlanned.class;
    }

    @Override
    public CaseCommand command(Delivery<SolutionPlanned> delivery) {
        SolutionPlanned e = delivery.event();
        return new CaseCommand.NotePlan(e.caseId(), delivery.eventId(), e.cycle(), delivery.occurredAt());
    }
}
