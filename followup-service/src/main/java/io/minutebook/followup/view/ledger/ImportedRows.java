package io.minutebook.followup.view.ledger;

import io.minutebook.followup.record.RecordEntry;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** The rows of other systems' logs that the ledger holds, read with a cursor: however many there are, few of them are in memory. */
public final class ImportedRows {
    /** @param data the row as it was published */
    public record Row(String caseId, Instant time, JsonNode data) {}

    /** The rows in one state of the ledger. They may be gone through more than once, and are the same each time. */
    public interface Rows {
        /** Hands on every row: the cases by their key, within a case by time and rank. */
        void forEach(Consumer<Row> each);
    }

    private static final int ROWS_A_TIME = 1000;
    private static final int MOST_READERS = 2;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate unchanging;
    private final Semaphore readers = new Semaphore(MOST_READERS);

    ImportedRows(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = new JdbcTemplate();
        if (jdbc.getDataSource() != null) {
            this.jdbc.setDataSource(jdbc.getDataSource());
        }
        this.jdbc.setFetchSize(ROWS_A_TIME);
        unchanging = new TransactionTemplate(transactions);
        unchanging.setReadOnly(true);
        unchanging.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * Hands the rows to the reader, and returns whether it did: not while as many readers as there may be are at it. However slow they are,
     * there are connections left for everybody else.
     *
     * @param sites whose rows are read; empty for all
     */
    public boolean read(Optional<Set<String>> sites, Consumer<Rows> reader) {
        if (!readers.tryAcquire()) {
            return false;
        }
        try {
            unchanging.executeWithoutResult(status -> reader.accept(each -> rows(sites, each)));
            return true;
        } finally {
            readers.release();
        }
    }

    /** Returns how many rows that would be. */
    public long count(Optional<Set<String>> sites) {
        Long rows = jdbc.queryForObject(
                "select count(*) from ledger_entry e join ledger_case c on c.case_id = e.subject where e.rank is not null"
                        + (sites.isPresent() ? " and c.site = any(?)" : ""),
                Long.class,
                sites.stream().map(known -> known.toArray(String[]::new)).toArray());
        return rows == null ? 0 : rows;
    }

    private void rows(Optional<Set<String>> sites, Consumer<Row> each) {
        jdbc.query(
                """
                select e.subject, e.occurred_at, e.data
                from ledger_entry e join ledger_case c on c.case_id = e.subject
                where e.rank is not null %s
                order by c.case_key collate "C", e.subject, e.occurred_at, e.rank, e.recorded_at, e.service, e.sequence, e.event_id""".formatted(sites.isPresent() ? "and c.site = any(?)" : ""),
                (RowCallbackHandler) row -> each.accept(new Row(
                        row.getString("subject"),
                        row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                        RecordEntry.JSON.readTree(row.getString("data")))),
                sites.stream().map(known -> known.toArray(String[]::new)).toArray());
    }
}
