package io.minutebook.cli.history;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The place of every row within its case: by time, then by the order columns (numbers as numbers, before words), then
 * as in the file; and how many equal rows stand before it. A case's rows may lie anywhere in the file: some 60 bytes a
 * row and 100 a case are kept in memory, so that ten million rows fit in about a gigabyte.
 */
final class RowOrder {
    private final Map<String, Integer> cases = new HashMap<>();
    private final Map<String, OrderValue> values = new HashMap<>();
    private final int orderColumns;
    private int rows;
    private int[] caseOf = new int[1024];
    private Instant[] times = new Instant[1024];
    private long[] prints = new long[1024];
    private OrderValue[] orders;
    private int[] ranks = {};
    private int[] copies = {};

    RowOrder(int orderColumns) {
        this.orderColumns = orderColumns;
        this.orders = new OrderValue[1024 * orderColumns];
    }

    int rows() {
        return rows;
    }

    int cases() {
        return cases.size();
    }

    int rank(int row) {
        return ranks[row];
    }

    int copy(int row) {
        return copies[row];
    }

    long print(int row) {
        return prints[row];
    }

    /** @param print says whether two rows have the same content */
    void add(String caseKey, Instant time, List<String> order, long print) {
        if (rows == caseOf.length) {
            int more = rows + (rows >> 1);
            caseOf = Arrays.copyOf(caseOf, more);
            times = Arrays.copyOf(times, more);
            prints = Arrays.copyOf(prints, more);
            orders = Arrays.copyOf(orders, more * orderColumns);
        }
        caseOf[rows] = cases.computeIfAbsent(caseKey, key -> cases.size());
        times[rows] = time;
        prints[rows] = print;
        for (int i = 0; i < orderColumns; i++) {
            orders[rows * orderColumns + i] = values.computeIfAbsent(order.get(i), OrderValue::of);
        }
        rows++;
    }

    /** Every row has been added. */
    void settle() {
        ranks = new int[rows];
        copies = new int[rows];
        int[] ends = new int[cases.size() + 1];
        for (int row = 0; row < rows; row++) {
            ends[caseOf[row] + 1]++;
        }
        Arrays.parallelPrefix(ends, Integer::sum);
        int[] byCase = new int[rows];
        int[] next = ends.clone();
        for (int row = 0; row < rows; row++) {
            byCase[next[caseOf[row]]++] = row;
        }
        for (int i = 0; i < cases.size(); i++) {
            settle(byCase, ends[i], ends[i + 1]);
        }
    }

    private void settle(int[] byCase, int from, int to) {
        List<Integer> sorted = new ArrayList<>(to - from);
        Map<Long, Integer> seen = new HashMap<>();
        for (int i = from; i < to; i++) {
            sorted.add(byCase[i]);
            copies[byCase[i]] = seen.merge(prints[byCase[i]], 1, Integer::sum) - 1;
        }
        sorted.sort(Comparator.<Integer, Instant>comparing(row -> times[row]).thenComparing(this::byOrder));
        for (int rank = 0; rank < sorted.size(); rank++) {
            ranks[sorted.get(rank)] = rank;
        }
    }

    private int byOrder(int left, int right) {
        for (int i = 0; i < orderColumns; i++) {
            int result = orders[left * orderColumns + i].compareTo(orders[right * orderColumns + i]);
            if (result != 0) {
                return result;
            }
        }
        return 0;
    }

    private record OrderValue(@Nullable BigDecimal number, String text) implements Comparable<OrderValue> {
        static OrderValue of(String text) {
            String word = text.strip();
            try {
                return new OrderValue(word.length() > 40 ? null : new BigDecimal(word), word);
            } catch (NumberFormatException e) {
                return new OrderValue(null, word);
            }
        }

        @Override
        public int compareTo(OrderValue other) {
            if (number != null && other.number != null) {
                return number.compareTo(other.number);
            }
            if (number == null && other.number == null) {
                return text.compareTo(other.text);
            }
            return number != null ? -1 : 1;
        }
    }
}
