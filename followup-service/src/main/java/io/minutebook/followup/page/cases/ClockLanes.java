package io.minutebook.followup.page.cases;

import io.minutebook.followup.page.cases.TimelineSheet.Segment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lines of clocks beside the rows. Each takes the leftmost lane that is free from its first row to its last. */
final class ClockLanes {
    private static final int WIDTH = 12;
    private static final int MOST = 8;

    private final Map<Integer, List<Segment>> byRow = new HashMap<>();
    private final List<Integer> freeFrom = new ArrayList<>();
    private final int rows;

    ClockLanes(int rows) {
        this.rows = rows;
    }

    /** @param broke the row of the broken limit, or 0 */
    void draw(int from, int to, int broke, String tone, String label) {
        int x = lane(from, to) * WIDTH + WIDTH / 2;
        boolean endless = to == rows && !tone.equals("met") && !tone.equals("broken") && !tone.equals("withdrawn");
        for (int row = from; row <= to; row++) {
            String part = part(row, from, to, broke, endless);
            boolean beyond = broke > 0 && row > broke;
            byRow.computeIfAbsent(row, at -> new ArrayList<>())
                    .add(new Segment(x, part, beyond ? "over" : before(tone, broke), label));
        }
    }

    int count() {
        return Math.min(MOST, freeFrom.size());
    }

    List<Segment> at(int row) {
        return byRow.getOrDefault(row, List.of());
    }

    private static String before(String tone, int broke) {
        return broke > 0 ? "broken" : tone;
    }

    private static String part(int row, int from, int to, int broke, boolean endless) {
        if (row == broke && row != from) {
            return row == to && !endless ? "end" : "broke";
        }
        if (from == to) {
            return "single";
        }
        if (row == from) {
            return "start";
        }
        return row == to && !endless ? "end" : "middle";
    }

    private int lane(int from, int to) {
        int lane = 0;
        while (lane < freeFrom.size() && freeFrom.get(lane) > from) {
            lane++;
        }
        if (lane == freeFrom.size()) {
            freeFrom.add(0);
        }
        freeFrom.set(lane, to + 1);
        return Math.min(lane, MOST - 1);
    }
}
