package io.minutebook.followup.domain.cases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An attempt to reach a customer by phone.
 *
 * @param at when, for a late entry; null for now
 * @param callId the call, as the telephone system knows it
 * @param number the number that was called
 */
public record Contact(
        boolean reached,
        @Nullable Instant at,
        @Nullable String callId,
        @Nullable String number) {
    private static final int SHOWN = 4;

    /** Returns what shows that it took place; of a number only its end. */
    List<String> evidence() {
        if (callId != null) {
            return List.of("call " + callId);
        }
        return number == null
                ? List.of()
                : List.of("call to …" + number.substring(Math.max(0, number.length() - SHOWN)));
    }
}
