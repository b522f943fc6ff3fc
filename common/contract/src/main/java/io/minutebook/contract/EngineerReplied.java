package io.minutebook.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * The engineer answered with a plan or, where there is none yet, with the difficulty and the next steps; this stops the reply clock.
 *
 * @param on the case
 * @param engineer who answered
 * @param plan the plan; absent where there is none yet
 * @param difficulty what stands in the way
 * @param nextSteps what is done about it
 */
@Event(topics = Topics.ESCALATION_CASES)
@Status(CaseStatus.REPLIED)
public record EngineerReplied(
        @JsonUnwrapped CaseHeader on,
        String engineer,
        @Nullable String plan,
        @Nullable String difficulty,
        @Nullable String nextSteps)
        implements OnCase {
    public EngineerReplied {
        FieldChecks.present(on, "on");
        FieldChecks.present(engineer, "engineer");
    }
}
