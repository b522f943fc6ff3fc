package io.minutebook.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fault went to the project's engineer (派单); the reply and plan clocks run from here.
 *
 * @param on the case
 * @param steps the pre-processing steps taken, in their order
 * @param note what else was noted
 * @param project the project the fault belongs to
 * @param engineer who is to clear it
 * @param mode whether for the first time, instead of those who have it, or beside them
 * @param reason why it is passed on
 * @param details what was registered
 */
@Event(topics = Topics.INTAKE_CASES, version = 2)
@Status(CaseStatus.DISPATCHED)
public record FaultDispatched(
        @JsonUnwrapped CaseHeader on,
        @JsonUnwrapped @OffTimeline CaseDetails details,
        List<String> steps,
        @Nullable String note,
        String project,
        String engineer,
        HandOver mode,
        @Nullable String reason)
        implements OnCase {
    public FaultDispatched {
        FieldChecks.present(on, "on");
        FieldChecks.present(details, "details");
        steps = FieldChecks.list(steps);
        FieldChecks.present(project, "project");
        FieldChecks.present(engineer, "engineer");
        FieldChecks.present(mode, "mode");
    }
}
