package io.minutebook.escalation.api;

import io.minutebook.escalation.domain.cases.EscalationTier;
import io.minutebook.escalation.domain.cases.Reply;
import io.minutebook.escalation.domain.cases.SuspensionReason;
import io.minutebook.platform.input.Occurred;
import io.minutebook.platform.input.Text;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The bodies of the requests. In each, {@code occurredAt} says when it happened where it is entered late; absent, it is now. */
final class CaseRequests {
    private CaseRequests() {}

    record Acknowledgement(@Nullable @Occurred Instant occurredAt) {}

    /** Either the plan, or the difficulty and the next steps. */
    @PlanOrDifficulty
    record Answer(
            @Nullable @Text String plan,
            @Nullable @Text String difficulty,
            @Nullable @Text String nextSteps,
            @Nullable @Occurred Instant occurredAt) {
        Reply reply() {
            if (plan != null) {
                return new Reply.WithPlan(plan);
            }
            return new Reply.WithoutPlan(String.valueOf(difficulty), String.valueOf(nextSteps));
        }
    }

    record Progress(@Text String note, @Nullable @Occurred Instant occurredAt) {}

    /** A tick that is missing counts as not told, and is recorded as such. */
    record Escalation(
            EscalationTier tier,
            @Text String reason,
            @Nullable Boolean customerTold,
            @Nullable @Occurred Instant occurredAt) {}

    record ExpertContact(
            @Text String note, @Nullable @Occurred Instant occurredAt) {}

    record Plan(@Text String plan, @Nullable @Occurred Instant occurredAt) {}

    record Resolution(
            @Text String summary, @Nullable @Occurred Instant occurredAt) {}

    record Suspension(
            SuspensionReason reason, @Nullable @Occurred Instant occurredAt) {}

    record Resumption(@Nullable @Occurred Instant occurredAt) {}
}
