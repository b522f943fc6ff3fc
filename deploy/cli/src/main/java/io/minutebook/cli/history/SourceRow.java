package io.minutebook.cli.history;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of the source as it stands there: its values by column, in the file's order.
 *
 * @param line where the row begins in the file, from 1
 * @param fault why the row cannot be read at all; then it has no values
 */
record SourceRow(
        int line, Map<String, String> values, @Nullable String fault) {
    static SourceRow of(int line, Map<String, String> values) {
        return new SourceRow(line, values, null);
    }

    static SourceRow unreadable(int line, String fault) {
        return new SourceRow(line, Map.of(), fault);
    }
}
