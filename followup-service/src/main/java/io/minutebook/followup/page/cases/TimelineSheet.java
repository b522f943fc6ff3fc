package io.minutebook.followup.page.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One case as its page shows it: rows of the timeline on a grid, and the clocks as bars beside them. */
record TimelineSheet(
        List<Row> rows,
        int laneCount,
        List<ClockGauge> gauges,
        List<ClockGauge> late,
        int met,
        int broken,
        int running) {
    /** What a row of the grid is. */
    enum Kind {
        DAY,
        GAP,
        CYCLE,
        ENTRY,
        CLOCK,
        NOW
    }

    /**
     * @param at its row on the grid, from 1
     * @param source the lane of services it belongs to: call, intake, escalation, followup …
     * @param recorded when it was written down, to the second
     * @param lateBy shown where it was written down late
     */
    record Row(
            Kind kind,
            int at,
            String id,
            String text,
            String minute,
            String second,
            String recorded,
            @Nullable String lateBy,
            boolean shifted,
            boolean imported,
            String source,
            String actor,
            String tone,
            @Nullable Cause cause,
            List<Chip> chips,
            List<Item> items,
            String data,
            List<Segment> segments) {}

    /** The entry that caused a row, where that is not the one just above. */
    record Cause(String id, String minute, String text) {}

    /** A clock that a row started, met or broke. */
    record Chip(String tone, String text) {}

    /** A field of the event that people read. */
    record Item(String label, String value) {}

    /**
     * The piece of a clock's line that runs past one row.
     *
     * @param x where the line stands, in pixels
     * @param part start, middle, end, single, or broke for the row in which the limit was broken
     */
    record Segment(int x, String part, String tone, String label) {}
}
