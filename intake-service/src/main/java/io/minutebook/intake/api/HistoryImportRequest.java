package io.minutebook.intake.api;

import io.minutebook.intake.domain.cases.HistoryRow;
import io.minutebook.platform.input.BodyLimit;
import io.minutebook.platform.input.Text;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows of another system's record. {@code source} names the log they come from. */
@BodyLimit(mebibytes = 4)
record HistoryImportRequest(
        @Text(max = 200) String source,
        @Size(min = 1, max = 1000) List<Row> rows) {
    /**
     * @param rank its place among the rows of its case, from 0
     * @param row its line in the file
     * @param copy 0 or left out, or n for the n-th repetition of exactly this row in its case
     */
    record Row(
            @Text(max = 500) String caseKey,
            @Text(max = 2000) String activity,
            Instant time,
            @Min(0) int rank,
            @Min(0) long row,
            @Nullable @Min(0) Integer copy,
            @Nullable @Text(max = 2000, blank = true) String resource,
            @Nullable @Text(max = 2000, blank = true) String group,
            @Nullable @Text(max = 2000, blank = true) String level,
            @Nullable @Text(max = 2000, blank = true) String priority,
            @Nullable @Text(max = 2000, blank = true) String site,
            @Nullable @Text(max = 2000, blank = true) String product,
            @Nullable @Text(max = 200, blank = true) String step,

            @Size(max = 500)
            Map<@Text(max = 500, blank = true) String, @Text(max = 20_000, blank = true) String> attributes) {
        HistoryRow history() {
            return new HistoryRow(
                    activity,
                    time,
                    rank,
                    row,
                    copy == null ? 0 : copy,
                    fingerprint(),
                    resource,
                    group,
                    level,
                    priority,
                    site,
                    product,
                    step,
                    attributes);
        }

        /** A hash of what the row says, wherever in the file it stands. */
        private String fingerprint() {
            Map<String, String> sorted = new TreeMap<>(attributes);
            MessageDigest digest = sha256();
            Stream.concat(
                            Stream.of(activity, time.toString(), resource, group, level, priority, site, product, step),
                            sorted.entrySet().stream().flatMap(entry -> Stream.of(entry.getKey(), entry.getValue())))
                    .map(said -> Objects.requireNonNullElse(said, "\0"))
                    .map(said -> said.getBytes(StandardCharsets.UTF_8))
                    .forEach(said -> {
                        digest.update((said.length + ":").getBytes(StandardCharsets.US_ASCII));
                        digest.update(said);
                    });
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
