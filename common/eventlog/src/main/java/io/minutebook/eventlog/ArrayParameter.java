package io.minutebook.eventlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Oid;
import org.postgresql.jdbc.PgArray;

/** The values of many rows in one column, as an array in PostgreSQL's binary form: neither side has to write or read text. */
record ArrayParameter(int arrayType, byte[] array) {
    /** PostgreSQL counts time from the year 2000, in microseconds. */
    private static final long EPOCH_SECOND = 946_684_800;

    static <R extends @Nullable Object> ArrayParameter uuids(List<R> rows, Function<R, @Nullable UUID> value) {
        Values values = new Values(Oid.UUID, rows.size(), Long.BYTES * 2);
        for (R row : rows) {
            values.add(value.apply(row));
        }
        return values.column(Oid.UUID_ARRAY);
    }

    static <R> ArrayParameter shorts(List<R> rows, ToIntFunction<R> value) {
        Values values = new Values(Oid.INT2, rows.size(), Short.BYTES);
        for (R row : rows) {
            values.next(Short.BYTES).putShort((short) value.applyAsInt(row));
        }
        return values.column(Oid.INT2_ARRAY);
    }

    static <R> ArrayParameter ints(List<R> rows, ToIntFunction<R> value) {
        Values values = new Values(Oid.INT4, rows.size(), Integer.BYTES);
        for (R row : rows) {
            values.next(Integer.BYTES).putInt(value.applyAsInt(row));
        }
        return values.column(Oid.INT4_ARRAY);
    }

    static <R> ArrayParameter longs(List<R> rows, ToLongFunction<R> value) {
        Values values = new Values(Oid.INT8, rows.size(), Long.BYTES);
        for (R row : rows) {
            values.next(Long.BYTES).putLong(value.applyAsLong(row));
        }
        return values.column(Oid.INT8_ARRAY);
    }

    static <R> ArrayParameter times(List<R> rows, Function<R, Instant> value) {
        Values values = new Values(Oid.TIMESTAMPTZ, rows.size(), Long.BYTES);
        for (R row : rows) {
            Instant at = value.apply(row);
            values.next(Long.BYTES).putLong((at.getEpochSecond() - EPOCH_SECOND) * 1_000_000 + at.getNano() / 1_000);
        }
        return values.column(Oid.TIMESTAMPTZ_ARRAY);
    }

    static <R extends @Nullable Object> ArrayParameter texts(List<R> rows, Function<R, @Nullable String> value) {
        Values values = new Values(Oid.TEXT, rows.size(), Long.BYTES * 2);
        for (R row : rows) {
            String text = value.apply(row);
            values.add(text == null ? null : text.getBytes(StandardCharsets.UTF_8));
        }
        return values.column(Oid.TEXT_ARRAY);
    }

    static <R extends @Nullable Object> ArrayParameter bytes(List<R> rows, Function<R, byte @Nullable []> value) {
        Values values = new Values(Oid.BYTEA, rows.size(), Long.BYTES * 4);
        for (R row : rows) {
            values.add(value.apply(row));
        }
        return values.column(Oid.BYTEA_ARRAY);
    }

    void bind(PreparedStatement statement, int index) throws SQLException {
        statement.setArray(
                index, new PgArray(statement.getConnection().unwrap(BaseConnection.class), arrayType, array));
    }

    /** The array as it is written: what it consists of, then each value behind its length. */
    private static final class Values {
        private static final int HEAD = 5 * Integer.BYTES;
        private static final int NONE = -1;

        private ByteBuffer out;

        Values(int type, int rows, int usualLength) {
            out = ByteBuffer.allocate(HEAD + rows * (Integer.BYTES + usualLength));
            int dimensions = rows == 0 ? 0 : 1;
            int mayHoldNulls = 1;
            out.putInt(dimensions).putInt(mayHoldNulls).putInt(type);
            if (dimensions == 1) {
                int firstIndex = 1;
                out.putInt(rows).putInt(firstIndex);
            }
        }

        ByteBuffer next(int length) {
            room(length);
            return out.putInt(length);
        }

        void add(@Nullable UUID value) {
            if (value == null) {
                none();
            } else {
                next(Long.BYTES * 2).putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
            }
        }

        void add(byte @Nullable [] value) {
            if (value == null) {
                none();
            } else {
                next(value.length).put(value);
            }
        }

        ArrayParameter column(int arrayType) {
            byte[] array = new byte[out.position()];
            out.flip().get(array);
            return new ArrayParameter(arrayType, array);
        }

        private void none() {
            room(0);
            out.putInt(NONE);
        }

        private void room(int length) {
            int needed = Integer.BYTES + length;
            if (out.remaining() < needed) {
                out = ByteBuffer.allocate(Math.max(out.capacity() * 2, out.position() + needed))
                        .put(out.flip());
            }
        }
    }
}
