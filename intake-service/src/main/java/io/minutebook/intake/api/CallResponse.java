package io.minutebook.intake.api;

import io.minutebook.intake.domain.calls.CallEvent;
import io.minutebook.intake.domain.calls.CallState;
import io.minutebook.kernel.History;
import io.minutebook.kernel.Rejected;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A call as it stands.
 *
 * @param phase RINGING, TALKING, WAITING or ENDED
 * @param agent who has it
 * @param transferredTo who is to take it, while it is passed on
 * @param caseIds the cases it is about
 */
record CallResponse(
        String callId,
        String phase,
        String site,
        String line,
        @Nullable String callerNumber,
        Instant receivedAt,
        @Nullable String agent,
        @Nullable String transferredTo,
        List<String> caseIds,
        @Nullable Instant endedAt,
        @Nullable String disposition,
        List<ClockResponse> clocks) {
    static CallResponse of(String callId, History<CallState, CallEvent> history) {
        CallState state = history.phase();
        CallState.CallFile file =
                state.known().orElseThrow(() -> new Rejected("call-not-found", "There is no such call."));
        CallState.Ended ended = state instanceof CallState.Ended over ? over : null;
        return new CallResponse(
                callId,
                state.getClass().getSimpleName().toUpperCase(Locale.ROOT),
                file.received().site(),
                file.received().line(),
                file.received().callerNumber(),
                file.received().at(),
                file.agent(),
                file.transferredTo(),
                List.copyOf(file.cases().keySet()),
                ended == null ? null : ended.at(),
                ended == null ? null : ended.disposition().name(),
                ClockResponse.of(history.clocks()));
    }
}
