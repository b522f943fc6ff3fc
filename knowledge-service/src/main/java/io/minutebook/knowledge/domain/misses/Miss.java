package io.minutebook.knowledge.domain.misses;

import io.minutebook.kernel.Decider;
import io.minutebook.kernel.Decision;
import io.minutebook.kernel.Fact;

/** A search that found nothing, once a day for the same question. */
public final class Miss implements Decider<MissCommand, MissState, MissEvent> {
    @Override
    public MissState initial() {
        return new MissState.Unrecorded();
    }

    @Override
    public void decide(MissCommand command, MissState state, Decision<MissEvent> decision) {
        switch (command) {
            case MissCommand.RecordMiss miss -> {
                if (state instanceof MissState.Unrecorded) {
                    decision.record(new MissEvent.KnowledgeMissed(miss.question(), decision.now()));
                }
            }
        }
    }

    @Override
    public MissState evolve(MissState state, Fact<MissEvent> fact) {
        return switch (fact.event()) {
            case MissEvent.KnowledgeMissed missed -> new MissState.Recorded();
        };
    }
}
