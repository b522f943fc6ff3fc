package io.minutebook.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsoInstantsTest {
    @Test
    void any_time_reads_as_the_library_writes_it() {
        Random random = new Random(7);
        int[] scales = {1, 1000, 1_000_000, 1_000_000_000};
        for (int i = 0; i < 200_000; i++) {
            int scale = scales[i % scales.length];
            Instant time = Instant.ofEpochSecond(
                    random.nextLong(-70_000_000_000L, 260_000_000_000L),
                    random.nextInt(1_000_000_000) / scale * (long) scale);
            String text = time.toString();
            assertThat(IsoInstants.text(time)).isEqualTo(text);
            assertThat(new String(IsoInstants.ascii(time), StandardCharsets.US_ASCII))
                    .isEqualTo(text);
            Instant parsed = IsoInstants.parsed(text);
            assertThat(IsoInstants.parse(text)).isEqualTo(time);
            if (text.length() >= 20 && text.charAt(0) != '-' && text.charAt(0) != '+') {
                assertThat(parsed).isEqualTo(time);
                assertThat(IsoInstants.micros(time))
                        .hasSize(27)
                        .asString(StandardCharsets.US_ASCII)
                        .satisfies(micros ->
                                assertThat(Instant.parse(micros)).isEqualTo(time.truncatedTo(ChronoUnit.MICROS)));
            } else {
                assertThat(parsed).isNull();
            }
        }
    }

    @Test
    void times_of_one_width_sort_as_texts() {
        assertThat(IsoInstants.micros(Instant.parse("2026-03-02T10:00:00Z")))
                .asString(StandardCharsets.US_ASCII)
                .isEqualTo("2026-03-02T10:00:00.000000Z");
        assertThat(IsoInstants.micros(Instant.parse("2026-03-02T10:00:00.000000999Z")))
                .asString(StandardCharsets.US_ASCII)
                .isEqualTo("2026-03-02T10:00:00.000000Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-02-29T23:59:59Z",
                "2024-02-29T00:00:00.5Z",
                "2024-12-31T12:00:00.12Z",
                "0000-01-01T00:00:00Z",
                "9999-12-31T23:59:59.999999999Z"
            })
    void other_lengths_of_the_fraction_are_read_too(String text) {
        assertThat(IsoInstants.parsed(text)).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2023-02-29T00:00:00Z",
                "2024-04-31T00:00:00Z",
                "2024-13-01T00:00:00Z",
                "2024-00-01T00:00:00Z",
                "2024-01-00T00:00:00Z",
                "2024-01-01T24:00:00Z",
                "2024-01-01T23:60:00Z",
                "2016-12-31T23:59:60Z",
                "2024-01-01T00:00:00.Z",
                "2024-01-01T00:00:00.1234567890Z",
                "2024-01-01T00:00:00+08:00",
                "2024-01-01 00:00:00Z",
                "2024-01-01T00:00Z",
                "2024-01-01T00:00:00.1x3Z",
                "-999-01-01T00:00:00Z",
                "٢٠٢٤-01-01T00:00:00Z",
                "2024-01-01T00:00:00.123z"
            })
    void what_is_written_in_another_way_is_left_to_the_library(String text) {
        assertThat(IsoInstants.parsed(text)).isNull();
        assertThat(outcome(() -> IsoInstants.parse(text))).isEqualTo(outcome(() -> Instant.parse(text)));
    }

    private static String outcome(Supplier<Instant> parsing) {
        try {
            return parsing.get().toString();
        } catch (DateTimeParseException e) {
            return e.toString();
        }
    }
}
