package io.minutebook.followup.domain.cases;

import io.minutebook.kernel.ClockRecorder;
import io.minutebook.kernel.Decision;
import io.minutebook.kernel.Rejected;
import io.minutebook.kernel.StepTime;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One decision about a known case, with its clocks at hand. */
record CaseDecision(
        CaseState.Known state, CaseFile file, Decision<CaseEvent> decision, ClockRecorder<CaseEvent> clocks) {
    static CaseDecision of(CaseState.Known state, Decision<CaseEvent> decision) {
        CaseFile file = state.file();
        return new CaseDecision(
                state, file, decision, new ClockRecorder<>(file.clocks(), decision, CaseEvent.OnClock::new));
    }

    /** @throws Rejected for now, where the registration of the case has not arrived: a person tries again, a message is delivered again */
    static CaseDecision known(CaseState state, Decision<CaseEvent> decision) {
        return switch (state) {
            case CaseState.Unknown ignored ->
                throw Rejected.notYet("case-not-known-yet", "Followup has not been told of this case yet; try again.");
            case CaseState.Known known -> of(known, decision);
        };
    }

    /** Starts a clock from another service's event. */
    void start(CaseClock clock, Instant at, UUID by) {
        clocks.start(clock, file.scope(), at, by);
    }

    /** When a step was taken: now, or as a late entry says; never before the case was registered. */
    Instant taken(@Nullable Instant stated) {
        return StepTime.of(stated, file.registeredAt(), decision);
    }
}
