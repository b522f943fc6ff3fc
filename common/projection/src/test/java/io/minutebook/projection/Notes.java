package io.minutebook.projection;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** A view of one table: notes, each with the number of notes of its subject. A note that is applied twice stands there twice. */
final class Notes implements Projection {
    static final String NAME = "notes";
    /** The database refuses a note with this text. */
    static final String REFUSED = "refused";

    static final String TABLE = """
            create table note (
                place   bigserial,
                copy    text not null,
                subject text not null collate "C",
                text    text not null check (text <> 'refused'),
                total   bigint)""";

    /** What the view is asked to do, each time in a transaction. */
    enum Work {
        APPLY,
        LOAD,
        DERIVE,
        CATCH_UP,
        SWAP
    }

    /** What happens to the view while it works. */
    interface Incident {
        /** Called within the transaction, once it has written; in a swap between its two statements. */
        void during(Work work, JdbcTemplate session);
    }

    private final JdbcTemplate jdbc;
    private final String topic;
    private final Incident incident;

    Notes(JdbcTemplate jdbc, String topic, Incident incident) {
        this.jdbc = jdbc;
        this.topic = topic;
        this.incident = incident;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> topics() {
        return List.of(topic);
    }

    @Override
    public void apply(TableCopy tableCopy, List<TopicEvent> events) {
        insert(tableCopy, events);
        count(tableCopy, events.stream().map(TopicEvent::subject).distinct().toArray(String[]::new));
        incident.during(tableCopy == TableCopy.SERVING ? Work.APPLY : Work.CATCH_UP, jdbc);
    }

    @Override
    public void prepareNext() {
        jdbc.update("delete from note where copy = '_next'");
    }

    @Override
    public void load(List<TopicEvent> events) {
        insert(TableCopy.NEXT, events);
        incident.during(Work.LOAD, jdbc);
    }

    @Override
    public @Nullable RebuildChunk pieceAfter(String subject) {
        List<String> found = jdbc.queryForList(
                "select min(subject) from note where copy = '_next' and subject > ? having count(*) > 0",
                String.class,
                subject);
        return found.isEmpty() ? null : new OneSubject(found.getFirst());
    }

    private final class OneSubject implements RebuildChunk {
        private final String subject;

        OneSubject(String subject) {
            this.subject = subject;
        }

        @Override
        public String last() {
            return subject;
        }

        @Override
        public RebuildWrite derive() {
            return () -> {
                count(TableCopy.NEXT, subject);
                incident.during(Work.DERIVE, jdbc);
            };
        }
    }

    @Override
    public void swap() {
        jdbc.update("delete from note where copy = ''");
        incident.during(Work.SWAP, jdbc);
        jdbc.update("update note set copy = '' where copy = '_next'");
    }

    private void insert(TableCopy tableCopy, List<TopicEvent> events) {
        jdbc.batchUpdate(
                "insert into note (copy, subject, text) values (?, ?, ?)",
                events.stream()
                        .map(event -> new Object[] {tableCopy.suffix(), event.subject(), event.data()})
                        .toList());
    }

    private void count(TableCopy tableCopy, String... subjects) {
        Arrays.stream(subjects)
                .forEach(subject -> jdbc.update("""
                update note set total = (select count(*) from note n where n.copy = ? and n.subject = ?)
                where copy = ? and subject = ?""", tableCopy.suffix(), subject, tableCopy.suffix(), subject));
    }
}
