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

    private final StoredTypeIds types;

    AppendStatement(StoredTypeIds types) {
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
        List<EncodedEvent> events =
                group.stream().flatMap(a -> a.events().stream()).toList();
        if (!events.isEmpty()) {
            script.part("events", EVENTS, columns(events));
        }
        List<AppendAttachments.IdempotencyRecord> receipts = attachments(group, AppendAttachments::idempotencyRecord);
        if (!receipts.isEmpty()) {
            script.part("receipts", RECEIPTS, ofReceipts(receipts));
        }
        inboxKey(script, attachments(group, AppendAttachments::inboxKey));
        timers(
                script,
                group.stream().flatMap(a -> a.attachments().timers().stream()).toList());
        return script;
    }

    private ArrayParameter[] columns(List<EncodedEvent> events) {
        return new ArrayParameter[] {
            ArrayParameter.uuids(events, EncodedEvent::eventId),
            ArrayParameter.uuids(events, EncodedEvent::stream),
            ArrayParameter.ints(events, event -> Math.toIntExact(event.sequence())),
            ArrayParameter.shorts(events, types::id),
            ArrayParameter.times(events, EncodedEvent::occurredAt),
            ArrayParameter.times(events, EncodedEvent::recordedAt),
            ArrayParameter.uuids(events, EncodedEvent::causationId),
            ArrayParameter.texts(events, EventRows::correlation),
            ArrayParameter.texts(events, EncodedEvent::actor),
            ArrayParameter.texts(events, EncodedEvent::site),
            ArrayParameter.bytes(events, event -> EventRows.trace(event.trace())),
            ArrayParameter.bytes(events, EncodedEvent::payload)
        };
    }

    private static ArrayParameter[] ofReceipts(List<AppendAttachments.IdempotencyRecord> receipts) {
        return new ArrayParameter[] {
            ArrayParameter.texts(receipts, AppendAttachments.IdempotencyRecord::caller),
            ArrayParameter.texts(receipts, AppendAttachments.IdempotencyRecord::key),
            ArrayParameter.texts(receipts, AppendAttachments.IdempotencyRecord::fingerprint),
            ArrayParameter.texts(receipts, AppendAttachments.IdempotencyRecord::answer)
        };
    }

    private static void inboxKey(Script script, List<InboxKey> inboxKey) {
        List<InboxKey.ByEventId> once = only(inboxKey, InboxKey.ByEventId.class);
        if (!once.isEmpty()) {
            script.part("heard", HEARD, ArrayParameter.uuids(once, InboxKey.ByEventId::eventId));
        }
        List<InboxKey.ByPosition> marks = only(inboxKey, InboxKey.ByPosition.class);
        if (!marks.isEmpty()) {
            script.part(
                    "marks",
                    MARKS,
                    ArrayParameter.texts(marks, InboxKey.ByPosition::source),
                    ArrayParameter.texts(marks, InboxKey.ByPosition::topic),
                    ArrayParameter.ints(marks, InboxKey.ByPosition::partition),
                    ArrayParameter.longs(marks, mark -> mark.at().xid()),
                    ArrayParameter.longs(marks, mark -> mark.at().row()));
            script.mustCount("marks", marks.size());
        }
        List<InboxKey.ByDeadLetter> letters = only(inboxKey, InboxKey.ByDeadLetter.class);
        if (!letters.isEmpty()) {
            script.part("letters", LETTERS, ArrayParameter.longs(letters, InboxKey.ByDeadLetter::letter));
            script.mustCount("letters", letters.size());
        }
    }

    private static void timers(Script script, List<AppendAttachments.TimerUpdate> attachments) {
        if (attachments.isEmpty()) {
            return;
        }
        TimerChanges changes = TimerChanges.of(attachments);
        List<AppendAttachments.TimerUpdate.Set> set = changes.set();
        script.part(
                "set_times",
                SET_TIMES,
                ArrayParameter.texts(set, AppendAttachments.TimerUpdate.Set::subject),
                ArrayParameter.uuids(set, AppendAttachments.TimerUpdate.Set::stream),
                ArrayParameter.texts(set, AppendAttachments.TimerUpdate.Set::clock),
                ArrayParameter.ints(set, AppendAttachments.TimerUpdate.Set::round),
                ArrayParameter.texts(set, AppendAttachments.TimerUpdate.Set::moment),
                ArrayParameter.times(set, AppendAttachments.TimerUpdate.Set::dueAt));
        List<AppendAttachments.TimerUpdate.Clear> cleared = changes.cleared();
        if (!cleared.isEmpty()) {
            script.part(
                    "cleared",
                    CLEARED,
                    ArrayParameter.uuids(cleared, AppendAttachments.TimerUpdate.Clear::stream),
                    ArrayParameter.texts(cleared, AppendAttachments.TimerUpdate.Clear::clock),
                    ArrayParameter.ints(cleared, AppendAttachments.TimerUpdate.Clear::round));
        }
        script.part("times", TIMES);
    }

    private static <N> List<N> attachments(List<Append> group, Function<AppendAttachments, @Nullable N> note) {
        List<N> found = new ArrayList<>();
        for (Append append : group) {
            N each = note.apply(append.attachments());
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
        private final List<ArrayParameter> columns = new ArrayList<>();
        private final Map<String, Integer> counts = new LinkedHashMap<>();

        void part(String name, String sql, ArrayParameter... values) {
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
            for (ArrayParameter arrayParameter : columns) {
                arrayParameter.bind(statement, index++);
            }
            for (int count : counts.values()) {
                statement.setInt(index++, count);
            }
        }
    }
}
