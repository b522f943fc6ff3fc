package io.minutebook.intake.api;

import io.minutebook.intake.domain.cases.CaseClock;
import io.minutebook.intake.domain.cases.CaseEvent;
import io.minutebook.intake.domain.cases.CaseFile;
import io.minutebook.intake.domain.cases.CaseState;
import io.minutebook.intake.domain.cases.Registration;
import io.minutebook.kernel.Clocks;
import io.minutebook.kernel.History;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A case as it stands in intake.
 *
 * @param phase REGISTERED, TODISPATCH, DISPATCHED, SOLVED, CLOSED, or IMPORTED for another system's case
 * @param cycle 1, and one more with each reopening
 * @param report what was registered; null for an imported case
 * @param outcome what pre-processing came to, in this cycle or the last
 * @param assignments who was given it in this cycle, the latest last
 * @param rows how many rows of history were imported
 */
record CaseResponse(
        String caseId,
        String caseNumber,
        String phase,
        int cycle,
        @Nullable String owner,
        @Nullable Instant registeredAt,
        @Nullable Registration report,
        @Nullable String outcome,
        List<CaseFile.Assignment> assignments,
        List<PromiseResponse> promises,
        List<ClockResponse> clocks,
        int rows) {
    /**
     * What was promised to the customer, and what became of it.
     *
     * @param broken whether it was not kept in time, as it stands now
     */
    record PromiseResponse(String promiseId, int number, String text, Instant dueAt, boolean kept, boolean broken) {
        private static PromiseResponse of(CaseFile.Promise promise, Clocks clocks) {
            boolean broken = clocks.clock(CaseClock.PROMISE.id(), promise.number())
                    .filter(clock -> clock.status() == Clocks.Status.BREACHED)
                    .isPresent();
            return new PromiseResponse(
                    promise.promiseId(), promise.number(), promise.text(), promise.dueAt(), promise.kept(), broken);
        }
    }

    static CaseResponse of(String caseId, History<CaseState, CaseEvent> history) {
        CaseState state = history.phase();
        String phase = state.getClass().getSimpleName().toUpperCase(Locale.ROOT);
        if (state instanceof CaseState.Imported imported) {
            return new CaseResponse(
                    caseId,
                    imported.caseNumber(),
                    phase,
                    1,
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    List.of(),
                    List.of(),
                    imported.rows().size());
        }
        CaseFile file = state.known().orElseThrow();
        CaseEvent.PreprocessingConcluded conclusion = file.conclusion();
        return new CaseResponse(
                caseId,
                file.ref().caseNumber(),
                phase,
                file.cycle(),
                file.owner(),
                file.registered().at(),
                file.registered().registration(),
                conclusion == null ? null : conclusion.outcome().name(),
                file.assignments(),
                file.promises().values().stream()
                        .sorted(Comparator.comparing(CaseFile.Promise::number))
                        .map(promise -> PromiseResponse.of(promise, history.clocks()))
                        .toList(),
                ClockResponse.of(history.clocks()),
                0);
    }
}
