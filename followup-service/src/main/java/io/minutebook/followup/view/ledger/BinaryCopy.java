package io.minutebook.followup.view.ledger;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows in PostgreSQL's binary COPY format: an id is 16 bytes and a time 8, and nobody has to write or read their spelling. */
final class BinaryCopy {
    private static final byte[] HEAD = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final long EPOCH_2000 = 946_684_800L;

    private byte[] bytes;
    private int length;

    BinaryCopy(int expectedBytes) {
        bytes = Arrays.copyOf(HEAD, Math.max(expectedBytes, HEAD.length));
        length = HEAD.length;
    }

    BinaryCopy row(int columns) {
        room(2);
        bytes[length++] = (byte) (columns >> 8);
        bytes[length++] = (byte) columns;
        return this;
    }

    BinaryCopy text(@Nullable String value) {
        if (value == null) {
            return none();
        }
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        int4(utf8.length);
        room(utf8.length);
        System.arraycopy(utf8, 0, bytes, length, utf8.length);
        length += utf8.length;
        return this;
    }

    BinaryCopy id(@Nullable UUID value) {
        if (value == null) {
            return none();
        }
        int4(16);
        int8(value.getMostSignificantBits());
        int8(value.getLeastSignificantBits());
        return this;
    }

    BinaryCopy time(@Nullable Instant value) {
        if (value == null) {
            return none();
        }
        long seconds = Math.subtractExact(value.getEpochSecond(), EPOCH_2000);
        return bigint(Math.addExact(Math.multiplyExact(seconds, 1_000_000L), value.getNano() / 1000));
    }

    BinaryCopy bigint(long value) {
        int4(8);
        int8(value);
        return this;
    }

    BinaryCopy integer(@Nullable Integer value) {
        if (value == null) {
            return none();
        }
        int4(4);
        int4(value);
        return this;
    }

    BinaryCopy flag(boolean value) {
        int4(1);
        room(1);
        bytes[length++] = (byte) (value ? 1 : 0);
        return this;
    }

    /** Within the connection's transaction. */
    void into(Connection connection, String tableAndColumns) throws SQLException {
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + tableAndColumns + " from stdin (format binary)");
        try {
            copy.writeToCopy(bytes, 0, length);
            copy.writeToCopy(new byte[] {(byte) 0xFF, (byte) 0xFF}, 0, 2);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private BinaryCopy none() {
        int4(-1);
        return this;
    }

    private void int4(int value) {
        room(4);
        bytes[length++] = (byte) (value >> 24);
        bytes[length++] = (byte) (value >> 16);
        bytes[length++] = (byte) (value >> 8);
        bytes[length++] = (byte) value;
    }

    private void int8(long value) {
        int4((int) (value >> 32));
        int4((int) value);
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
