package io.minutebook.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fault lies with the terminal's vendor and an order was placed there; tracking it stays with the intake.
 *
 * @param on the case
 * @param steps the pre-processing steps taken, in their order
 * @param note what else was noted
 * @param vendor the vendor
 * @param reference the vendor's own order number
 * @param orderId the order, a UUID
 * @param mode whether for the first time, instead of those who have it, or beside them
 * @param reason why it is passed on
 * @param details what was registered
 */
@Event(topics = Topics.INTAKE_CASES, version = 2)
@Status(CaseStatus.WITH_VENDOR)
public record VendorOrderPlaced(
        @JsonUnwrapped CaseHeader on,
        @JsonUnwrapped @OffTimeline CaseDetails details,
        List<String> steps,
        @Nullable String note,
        String vendor,
        @Nullable String reference,
        @OffTimeline String orderId,
        HandOver mode,
        @Nullable String reason)
        implements OnCase {
    public VendorOrderPlaced {
        FieldChecks.present(on, "on");
        FieldChecks.present(details, "details");
        steps = FieldChecks.list(steps);
        FieldChecks.present(vendor, "vendor");
        FieldChecks.present(orderId, "orderId");
        FieldChecks.present(mode, "mode");
    }
}
