package io.minutebook.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first line is through with the manual: solved, to be dispatched, or a matter for the vendor. The dispatch clock runs from
 * here.
 *
 * @param caseId the case, a UUID
 * @param caseNumber the number people read out over the phone, unique across sites
 * @param site the call center
 * @param outcome what the first line concluded
 * @param steps the pre-processing steps taken, in their order
 * @param articleIds the knowledge articles used
 * @param note what else was noted
 * @param cycle 1 for the first way through, one more after each denied restoration
 */
public record PreprocessingConcluded(
        String caseId,
        String caseNumber,
        String site,
        Outcome outcome,
        List<String> steps,
        List<String> articleIds,
        @Nullable String note,
        int cycle)
        implements OnCase {
    public PreprocessingConcluded {
        FieldChecks.present(caseId, "caseId");
        FieldChecks.present(caseNumber, "caseNumber");
        FieldChecks.present(site, "site");
        FieldChecks.present(outcome, "outcome");
        steps = FieldChecks.list(steps);
        articleIds = FieldChecks.list(articleIds);
        FieldChecks.atLeastOne(cycle, "cycle");
    }
}
