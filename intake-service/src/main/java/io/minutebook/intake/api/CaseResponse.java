package io.minutebook.intake.api;

import io.minutebook.intake.domain.cases.CaseEvent;
import io.minutebook.intake.domain.cases.CaseFile;
import io.minutebook.intake.domain.cases.CaseState;
import io.minutebook.intake.domain.cases.Registration;
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
        List<CaseFile.Promise> promises,
        List<ClockResponse> clocks,
        int rows) {
    static CaseResponse of(String caseId, CaseState state) {
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
                        .toList(),
                ClockResponse.of(file.clocks()),
                0);
    }
}
