package io.minutebook.followup.export.csv;

import io.minutebook.followup.view.ledger.ImportedRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Writes imported history out again, a row for every row that came in; the rows of each case are numbered from 1. */
final class HistoryWriter {
    private static final List<String> COLUMNS = List.of(
            "case", "activity", "time", "resource", "group", "level", "priority", "site", "product", "sequence");
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final CSVPrinter csv;
    private final List<String> attributes;
    private String last = "";
    private int sequence;

    private HistoryWriter(CSVPrinter csv, List<String> attributes) {
        this.csv = csv;
        this.attributes = attributes;
    }

    /** @throws UncheckedIOException where the reader of the file has gone */
    static void write(Appendable to, ImportedRows.Rows rows) {
        List<String> attributes = attributes(rows);
        try (CSVPrinter csv = new CSVPrinter(to, CSVFormat.RFC4180)) {
            List<String> header = new ArrayList<>(COLUMNS);
            attributes.forEach(name -> header.add(COLUMNS.contains(name) ? "attribute." + name : name));
            csv.printRecord(header);
            rows.forEach(new HistoryWriter(csv, attributes)::print);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Every attribute any row has, in the order in which the rows first name them. */
    private static List<String> attributes(ImportedRows.Rows rows) {
        Set<String> names = new LinkedHashSet<>();
        rows.forEach(row -> row.data().path("attributes").propertyNames().forEach(names::add));
        return List.copyOf(names);
    }

    private void print(ImportedRows.Row row) {
        sequence = row.caseId().equals(last) ? sequence + 1 : 1;
        last = row.caseId();
        JsonNode data = row.data();
        List<@Nullable Object> values = new ArrayList<>(COLUMNS.size() + attributes.size());
        values.add(text(data, "caseKey"));
        values.add(text(data, "activity"));
        values.add(UTC.format(row.time()));
        for (String field : COLUMNS.subList(3, COLUMNS.size() - 1)) {
            values.add(text(data, field));
        }
        values.add(sequence);
        JsonNode given = data.path("attributes");
        attributes.forEach(name -> values.add(text(given, name)));
        try {
            csv.printRecord(values);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static @Nullable String text(JsonNode data, String field) {
        JsonNode found = data.path(field);
        return found.isString() ? found.asString() : null;
    }
}
