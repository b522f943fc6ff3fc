package io.minutebook.eventlog;

import java.util.OptionalLong;
import org.axonframework.eventhandling.TrackingToken;

/** How far a reader of the log has come. Transactions come first, since positions are handed out before commits are. */
public record LogPosition(long xid, long row) implements TrackingToken, Comparable<LogPosition> {
    public static final LogPosition START = new LogPosition(0, 0);

    /** Reads what {@link #text} wrote. @throws IllegalArgumentException for anything else */
    public static LogPosition parse(String text) {
        int dot = text.indexOf('.');
        if (dot < 1) {
            throw new IllegalArgumentException("no position in a log: " + text);
        }
        return new LogPosition(Long.parseLong(text, 0, dot, 10), Long.parseLong(text, dot + 1, text.length(), 10));
    }

    /** As it travels with a published event: {@code <transaction>.<row>}. */
    public String text() {
        return xid + "." + row;
    }

    @Override
    public int compareTo(LogPosition other) {
        int byXid = Long.compareUnsigned(xid, other.xid);
        return byXid != 0 ? byXid : Long.compare(row, other.row);
    }

    @Override
    public TrackingToken lowerBound(TrackingToken other) {
        return compareTo((LogPosition) other) <= 0 ? this : other;
    }

    @Override
    public TrackingToken upperBound(TrackingToken other) {
        return compareTo((LogPosition) other) >= 0 ? this : other;
    }

    @Override
    public boolean covers(TrackingToken other) {
        return compareTo((LogPosition) other) >= 0;
    }

    @Override
    public OptionalLong position() {
        return OptionalLong.of(row);
    }
}
