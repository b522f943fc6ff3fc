package io.minutebook.intake.domain.cases;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of another system's record.
 *
 * @param time when it happened, as the source says
 * @param rank its place among the rows of its case, from 0
 * @param row its line in the file
 * @param copy 0, or n for the n-th repetition of exactly this row in its case
 * @param fingerprint a hash of all that the row says
 * @param step which of our steps it stands for
 */
public record HistoryRow(
        String activity,
        Instant time,
        int rank,
        long row,
        int copy,
        String fingerprint,
        @Nullable String resource,
        @Nullable String group,
        @Nullable String level,
        @Nullable String priority,
        @Nullable String site,
        @Nullable String product,
        @Nullable String step,
        Map<String, String> attributes) {
    /** What tells this row from every other of its case, however often it is sent. */
    public String identity() {
        return fingerprint + '#' + copy;
    }
}
