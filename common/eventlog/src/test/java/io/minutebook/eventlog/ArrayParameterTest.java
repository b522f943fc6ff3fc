package io.minutebook.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.testing.Stand;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** What goes out as a binary array comes back as it was. */
class ArrayParameterTest {
    @Test
    void every_kind_of_value_arrives_as_it_is() throws Exception {
        List<@Nullable UUID> ids = Arrays.asList(UUID.randomUUID(), null, new UUID(0, 0), new UUID(-1, -1));
        assertThat(back("uuid", ArrayParameter.uuids(ids, id -> id), UUID.class))
                .isEqualTo(ids);
        List<Integer> numbers = List.of(0, -1, 32_767, -32_768);
        assertThat(back("int2", ArrayParameter.shorts(numbers, Integer::intValue), Integer.class))
                .isEqualTo(numbers);
        List<Integer> larger = List.of(0, -1, Integer.MAX_VALUE, Integer.MIN_VALUE);
        assertThat(back("int4", ArrayParameter.ints(larger, Integer::intValue), Integer.class))
                .isEqualTo(larger);
        List<Long> largest = List.of(0L, -1L, Long.MAX_VALUE, Long.MIN_VALUE);
        assertThat(back("int8", ArrayParameter.longs(largest, Long::longValue), Long.class))
                .isEqualTo(largest);
        List<@Nullable String> texts = Arrays.asList("", null, "销障", "a,\"b\"{}\\", "长".repeat(10_000));
        assertThat(back("text", ArrayParameter.texts(texts, text -> text), String.class))
                .isEqualTo(texts);
        List<byte @Nullable []> bytes =
                Arrays.asList(new byte[0], null, new byte[] {0, -1}, "销".getBytes(StandardCharsets.UTF_8));
        assertThat(back("bytea", ArrayParameter.bytes(bytes, each -> each), byte[].class))
                .usingRecursiveComparison()
                .isEqualTo(bytes);
    }

    @Test
    void times_are_kept_to_the_microsecond_on_both_sides_of_2000() throws Exception {
        List<Instant> times = List.of(
                Instant.parse("2026-03-02T08:15:30.123456Z"),
                Instant.parse("2000-01-01T00:00:00Z"),
                Instant.parse("1999-12-31T23:59:59.999999Z"),
                Instant.parse("1969-12-31T23:59:59.000001Z"));
        assertThat(back("timestamptz", ArrayParameter.times(times, at -> at), OffsetDateTime.class))
                .extracting(OffsetDateTime::toInstant)
                .isEqualTo(times);
    }

    @Test
    void no_rows_are_no_rows() throws Exception {
        assertThat(back("text", ArrayParameter.texts(List.<String>of(), text -> text), String.class))
                .isEmpty();
    }

    private static <T> List<T> back(String type, ArrayParameter arrayParameter, Class<T> as) throws SQLException {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(Stand.postgres().freshDatabase("column"));
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("SELECT * FROM unnest(?::" + type + "[])")) {
            arrayParameter.bind(select, 1);
            List<T> values = new ArrayList<>();
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    values.add(found.getObject(1, as));
                }
            }
            return values;
        }
    }
}
