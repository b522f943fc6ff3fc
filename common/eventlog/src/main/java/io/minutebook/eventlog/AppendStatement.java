package io.minutebook.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes a group as one statement, so that all of it is one transaction, one round trip and one flush: the events as one array a column, and
 * with them whatever their notes ask for. Only what a group needs is in its statement; there are few such statements, and each stays prepared.
 */
final class AppendStatement {
    private static final String EVENTS = """
            INSERT INTO event (event_id, stream, sequence, type, occurred_at, recorded_at, causation_id, correlation_id, actor, site,
                               trace, payload)
            SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::int[], ?::smallint[], ?::timestamptz[], ?::timestamptz[], ?::uuid[],
                                 ?::text[], ?::text[], ?::text[], ?::bytea[], ?::bytea[])""";
    private static final String RECEIPTS = """
            INSERT INTO receipt (caller, key, fingerprint, answer) SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[])""";
    private static final String HEARD = "INSERT INTO inbox (event_id) SELECT * FROM unnest(?::uuid[])";
    private static final String MARKS = """
            INSERT INTO inbox_mark (source, topic, partition, xid, position)
            SELECT * FROM unnest(?::text[], ?::text[], ?::int[], ?::bigint[], ?::bigint[])
            ON CONFLICT (source, topic, partition) DO UPDATE SET xid = excluded.xid, position = excluded.position
            WHERE (inbox_mark.xid, inbox_mark.position) < (excluded.xid, excluded.position) RETURNING 1""";
    private static final String LETTERS = "DELETE FROM dead_letter WHERE id = ANY(?::bigint[]) RETURNING 1";
    private static final String SET_TIMES =
            "SELECT * FROM unnest(?::text[], ?::uuid[], ?::text[], ?::int[], ?::text[], ?::timestamptz[]) AS t(subject, stream, clock, round, moment, due_at)";
    private static final String CLEARED = """
            DELETE FROM due_time d USING unnest(?::uuid[], ?::text[], ?::int[]) AS c(stream, clock, round)
            WHERE (d.stream, d.clock, d.round) = (c.stream, c.clock, c.round) AND NOT EXISTS (
                SELECT 1 FROM set_times s WHERE (s.stream, s.clock, s.round, s.moment) = (d.stream, d.clock, d.round, d.moment))""";
    private static final String TIMES = """
            INSERT INTO due_time (subject, stream, clock, round, moment, due_at) SELECT * FROM set_times
            ON CONFLICT (stream, clock, round, moment) DO UPDATE SET due_at = excluded.due_at""";

    private final StoredTypes types;

    AppendStatement(StoredTypes types) {
        this.types = types;
    }

    /** @throws SQLException of state 23505 when one of the group stands in the way of all; then nothing was written */
    void execute(Connection connection, List<Append> group) throws SQLException {
        Script script = script(group);
        try (PreparedStatement statement = connection.prepareStatement(script.sql())) {
            script.bind(statement);
            statement.execute();
        }
    }

    private Script script(List<Append> group) {
        Script script = new Script();
        List<NewEvent> events = group.stream().flatMap(a -> a.events().stream()).toList();
        if (!events.isEmpty()) {
            script.part("events", EVENTS, columns(events));
        }
        List<AppendNotes.Receipt> receipts = notes(group, AppendNotes::receipt);
        if (!receipts.isEmpty()) {
            script.part("receipts", RECEIPTS, ofReceipts(receipts));
        }
        heard(script, notes(group, AppendNotes::heard));
        timers(script, group.stream().flatMap(a -> a.notes().timers().stream()).toList());
        return script;
    }

    private Column[] columns(List<NewEvent> events) {
        return new Column[] {
            Column.uuids(events, NewEvent::eventId),
            Column.uuids(events, NewEvent::stream),
            Column.ints(events, event -> Math.toIntExact(event.sequence())),
            Column.shorts(events, types::id),
            Column.times(events, NewEvent::occurredAt),
            Column.times(events, NewEvent::recordedAt),
            Column.uuids(events, NewEvent::causationId),
            Column.texts(events, EventRows::correlation),
            Column.texts(events, NewEvent::actor),
            Column.texts(events, NewEvent::site),
            Column.bytes(events, event -> EventRows.trace(event.trace())),
            Column.bytes(events, NewEvent::payload)
        };
    }

    private static Column[] ofReceipts(List<AppendNotes.Receipt> receipts) {
        return new Column[] {
            Column.texts(receipts, AppendNotes.Receipt::caller),
            Column.texts(receipts, AppendNotes.Receipt::key),
            Column.texts(receipts, AppendNotes.Receipt::fingerprint),
            Column.texts(receipts, AppendNotes.Receipt::answer)
        };
    }

    private static void heard(Script script, List<Heard> heard) {
        List<Heard.ById> once = only(heard, Heard.ById.class);
        if (!once.isEmpty()) {
            script.part("heard", HEARD, Column.uuids(once, Heard.ById::eventId));
        }
        List<Heard.InOrder> marks = only(heard, Heard.InOrder.class);
        if (!marks.isEmpty()) {
            script.part(
                    "marks",
                    MARKS,
                    Column.texts(marks, Heard.InOrder::source),
                    Column.texts(marks, Heard.InOrder::topic),
                    Column.ints(marks, Heard.InOrder::partition),
                    Column.longs(marks, mark -> mark.at().xid()),
                    Column.longs(marks, mark -> mark.at().row()));
            script.mustCount("marks", marks.size());
        }
        List<Heard.Redriven> letters = only(heard, Heard.Redriven.class);
        if (!letters.isEmpty()) {
            script.part("letters", LETTERS, Column.longs(letters, Heard.Redriven::letter));
            script.mustCount("letters", letters.size());
        }
    }

    private static void timers(Script script, List<AppendNotes.TimerNote> notes) {
        if (notes.isEmpty()) {
            return;
        }
        TimerChanges changes = TimerChanges.of(notes);
        List<AppendNotes.TimerNote.Set> set = changes.set();
        script.part(
                "set_times",
                SET_TIMES,
                Column.texts(set, AppendNotes.TimerNote.Set::subject),
                Column.uuids(set, AppendNotes.TimerNote.Set::stream),
                Column.texts(set, AppendNotes.TimerNote.Set::clock),
                Column.ints(set, AppendNotes.TimerNote.Set::round),
                Column.texts(set, AppendNotes.TimerNote.Set::moment),
                Column.times(set, AppendNotes.TimerNote.Set::dueAt));
        List<AppendNotes.TimerNote.Clear> cleared = changes.cleared();
        if (!cleared.isEmpty()) {
            script.part(
                    "cleared",
                    CLEARED,
                    Column.uuids(cleared, AppendNotes.TimerNote.Clear::stream),
                    Column.texts(cleared, AppendNotes.TimerNote.Clear::clock),
                    Column.ints(cleared, AppendNotes.TimerNote.Clear::round));
        }
        script.part("times", TIMES);
    }

    private static <N> List<N> notes(List<Append> group, Function<AppendNotes, @Nullable N> note) {
        List<N> found = new ArrayList<>();
        for (Append append : group) {
            N each = note.apply(append.notes());
            if (each != null) {
                found.add(each);
            }
        }
        return found;
    }

    private static <N> List<N> only(List<? super N> all, Class<N> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The parts of a statement in their order, each a common table expression; what is written first is the events. */
    private static final class Script {
        private final Map<String, String> parts = new LinkedHashMap<>();
        private final List<Column> columns = new ArrayList<>();
        private final Map<String, Integer> counts = new LinkedHashMap<>();

        void part(String name, String sql, Column... values) {
            parts.put(name, sql);
            columns.addAll(List.of(values));
        }

        void mustCount(String part, int rows) {
            counts.put(part, rows);
        }

        String sql() {
            if (parts.size() == 1 && counts.isEmpty()) {
                return parts.values().iterator().next();
            }
            StringBuilder sql = new StringBuilder("WITH ");
            parts.forEach((name, part) ->
                    sql.append(name).append(" AS (").append(part).append("),\n"));
            sql.setLength(sql.length() - 2);
            sql.append("\nSELECT must_hold(true");
            counts.keySet()
                    .forEach(part -> sql.append(" AND (SELECT count(*) FROM ")
                            .append(part)
                            .append(") = ?"));
            return sql.append(')').toString();
        }

        void bind(PreparedStatement statement) throws SQLException {
            int index = 1;
            for (Column column : columns) {
                column.bind(statement, index++);
            }
            for (int count : counts.values()) {
                statement.setInt(index++, count);
            }
        }
    }
}
