package io.minutebook.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first line is through with the manual: solved, to be dispatched, or a matter for the vendor. The dispatch clock runs from
 * here.
 *
 * @param on the case
 * @param outcome what the first line concluded
 * @param steps the pre-processing steps taken, in their order
 * @param articleIds the knowledge articles used
 * @param note what else was noted
 */
@Event(topics = Topics.INTAKE_CASES)
@Status(CaseStatus.PREPROCESSED)
public record PreprocessingConcluded(
        @JsonUnwrapped CaseHeader on,
        Outcome outcome,
        List<String> steps,
        @OffTimeline List<String> articleIds,
        @Nullable String note)
        implements OnCase {
    public PreprocessingConcluded {
        FieldChecks.present(on, "on");
        FieldChecks.present(outcome, "outcome");
        steps = FieldChecks.list(steps);
        articleIds = FieldChecks.list(articleIds);
    }
}
