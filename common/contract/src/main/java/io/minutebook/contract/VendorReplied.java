package io.minutebook.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The vendor answered an order with a plan or, where there is none yet, with the difficulty and the next steps.
 *
 * @param on the case
 * @param orderId the order, a UUID
 * @param vendor who answered
 * @param plan the plan; absent where there is none yet
 * @param expectedDoneBy until when the vendor expects to be done; absent where it was not said
 * @param difficulty what stands in the way
 * @param nextSteps what is done about it
 */
@Event(topics = Topics.INTAKE_CASES)
@Status
public record VendorReplied(
        @JsonUnwrapped CaseHeader on,
        @OffTimeline String orderId,
        String vendor,
        @Nullable String plan,
        @Nullable Instant expectedDoneBy,
        @Nullable String difficulty,
        @Nullable String nextSteps)
        implements OnCase {
    public VendorReplied {
        FieldChecks.present(on, "on");
        FieldChecks.present(orderId, "orderId");
        FieldChecks.present(vendor, "vendor");
    }
}
