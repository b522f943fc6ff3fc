package io.minutebook.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The engineer answered with a plan or, where there is none yet, with the difficulty and the next steps.
 *
 * @param on the case
 * @param engineer who answered
 * @param to whom they told it
 * @param plan the plan; absent where there is none yet
 * @param expectedDoneBy by when they expect to be done; absent where they did not say
 * @param difficulty what stands in the way
 * @param nextSteps what is done about it
 */
@Event(topics = Topics.ESCALATION_CASES, version = 2)
@Status(CaseStatus.REPLIED)
public record EngineerReplied(
        @JsonUnwrapped CaseHeader on,
        String engineer,
        Audience to,
        @Nullable String plan,
        @Nullable Instant expectedDoneBy,
        @Nullable String difficulty,
        @Nullable String nextSteps)
        implements OnCase {
    public EngineerReplied {
        FieldChecks.present(on, "on");
        FieldChecks.present(engineer, "engineer");
        FieldChecks.present(to, "to");
    }
}
