package io.minutebook.followup.view.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Writes imported history out again, a row for every row that came in, with a cursor: however long it is, little of it is in memory. */
final class HistoryExport {
    private static final List<String> COLUMNS = List.of(
            "case", "activity", "time", "resource", "group", "level", "priority", "site", "product", "sequence");
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final int ROWS_A_TIME = 1000;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate unchanging;

    /** @param unchanging a transaction that sees one state of the database throughout */
    HistoryExport(JdbcTemplate jdbc, TransactionTemplate unchanging) {
        this.jdbc = new JdbcTemplate();
        if (jdbc.getDataSource() != null) {
            this.jdbc.setDataSource(jdbc.getDataSource());
        }
        this.jdbc.setFetchSize(ROWS_A_TIME);
        this.unchanging = unchanging;
    }

    /** All rows of the sites: the cases by their key, within a case by time and rank. */
    void write(Appendable to, Optional<Set<String>> sites) {
        unchanging.executeWithoutResult(status -> {
            List<String> attributes = attributes(sites);
            try (CSVPrinter csv = new CSVPrinter(to, CSVFormat.RFC4180)) {
                List<String> header = new ArrayList<>(COLUMNS);
                attributes.forEach(name -> header.add(COLUMNS.contains(name) ? "attribute." + name : name));
                csv.printRecord(header);
                rows(sites, new Rows(csv, attributes));
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        });
    }

    /** How many rows that would be. */
    long rows(Optional<Set<String>> sites) {
        Long rows = jdbc.queryForObject(
                "select count(*) from ledger_entry e join ledger_case c on c.case_id = e.subject where e.rank is not null"
                        + (sites.isPresent() ? " and c.site = any(?)" : ""),
                Long.class,
                sites.stream().map(known -> known.toArray(String[]::new)).toArray());
        return rows == null ? 0 : rows;
    }

    /** Every attribute any row has, in the order in which the rows first name them. */
    private List<String> attributes(Optional<Set<String>> sites) {
        Set<String> names = new LinkedHashSet<>();
        rows(
                sites,
                row -> RecordEntry.JSON
                        .readTree(row.getString("data"))
                        .path("attributes")
                        .propertyNames()
                        .forEach(names::add));
        return List.copyOf(names);
    }

    private void rows(Optional<Set<String>> sites, RowCallbackHandler each) {
        jdbc.query(
                """
                select e.subject, e.occurred_at, e.data
                from ledger_entry e join ledger_case c on c.case_id = e.subject
                where e.rank is not null %s
                order by c.case_key collate "C", e.subject, e.occurred_at, e.rank, e.recorded_at, e.service, e.sequence, e.event_id""".formatted(sites.isPresent() ? "and c.site = any(?)" : ""),
                each,
                sites.stream().map(known -> known.toArray(String[]::new)).toArray());
    }

    /** Prints them, numbering the rows of each case from 1. */
    private static final class Rows implements RowCallbackHandler {
        private final CSVPrinter csv;
        private final List<String> attributes;
        private String last = "";
        private int sequence;

        Rows(CSVPrinter csv, List<String> attributes) {
            this.csv = csv;
            this.attributes = attributes;
        }

        @Override
        public void processRow(ResultSet row) throws SQLException {
            String subject = row.getString("subject");
            sequence = subject.equals(last) ? sequence + 1 : 1;
            last = subject;
            Instant time = row.getObject("occurred_at", OffsetDateTime.class).toInstant();
            print(RecordEntry.JSON.readTree(row.getString("data")), time);
        }

        private void print(JsonNode data, Instant time) {
            List<@Nullable Object> values = new ArrayList<>(COLUMNS.size() + attributes.size());
            values.add(text(data, "caseKey"));
            values.add(text(data, "activity"));
            values.add(UTC.format(time));
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
}
