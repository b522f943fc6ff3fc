package io.minutebook.cli.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One row as the suite takes it in.
 *
 * @param time ISO 8601 with offset
 * @param rank its place among its case's rows, from 0
 * @param row the line of the file it began on
 * @param copy how many rows of the same content in the same case stand before it in the file
 * @param step which of our steps it stands for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportedRow(
        String caseKey,
        String activity,
        String time,
        int rank,
        int row,
        int copy,
        @Nullable String resource,
        @Nullable String group,
        @Nullable String level,
        @Nullable String priority,
        @Nullable String site,
        @Nullable String product,
        @Nullable String step,
        Map<String, String> attributes) {

    ImportedRow placed(int newRank, int newRow, int newCopy) {
        return new ImportedRow(
                caseKey,
                activity,
                time,
                newRank,
                newRow,
                newCopy,
                resource,
                group,
                level,
                priority,
                site,
                product,
                step,
                attributes);
    }

    /** What it says, in a form that does not depend on how or where it says it. */
    ImportedRow said(String moment) {
        return new ImportedRow(
                caseKey,
                activity,
                moment,
                0,
                0,
                0,
                resource,
                group,
                level,
                priority,
                site,
                product,
                step,
                new TreeMap<>(attributes));
    }
}
