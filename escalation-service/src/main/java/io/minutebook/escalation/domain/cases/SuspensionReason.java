package io.minutebook.escalation.domain.cases;

import io.minutebook.kernel.Rejected;
import java.util.Arrays;

/** Why work on a case may stand still, and the clock of its plan with it. */
public enum SuspensionReason {
    WAITING_FOR_PARTS,
    WAITING_FOR_VENDOR,
    CUSTOMER_ABSENT,
    CUSTOMER_REQUEST,
    SITE_NOT_ACCESSIBLE;

    /** @throws Rejected for what is no reason to stand still */
    static SuspensionReason listed(String reason) {
        return Arrays.stream(values())
                .filter(listed -> listed.name().equals(reason))
                .findFirst()
                .orElseThrow(() -> new Rejected(
                        "reason-not-listed",
                        "Work stands still for one of these reasons only: " + Arrays.toString(values()) + "."));
    }
}
