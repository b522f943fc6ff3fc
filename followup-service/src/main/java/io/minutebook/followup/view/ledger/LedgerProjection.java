package io.minutebook.followup.view.ledger;

import io.minutebook.followup.record.CallLink;
import io.minutebook.followup.record.CaseSummary;
import io.minutebook.followup.record.RecordEntry;
import io.minutebook.followup.record.Timeline;
import io.minutebook.projection.Projection;
import io.minutebook.projection.TableCopy;
import io.minutebook.projection.TopicEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes down every event of the calls' and the cases' topics, and keeps the list of cases in step with them. */
public final class LedgerProjection implements Projection {
    public static final String NAME = "ledger";
    /** How many entries' cases are summed up at a time in a rebuild. */
    private static final int PIECE = 5000;
    /** How many entries a twentieth of the heap holds, at about half a kilobyte each. */
    private static final int REMEMBERED = (int) (Runtime.getRuntime().maxMemory() / 20 / 512);

    private final LedgerTables tables;
    private final RebuildTables next;
    private final EntryCache serving = new EntryCache(REMEMBERED);
    private final String calls;
    private final List<String> topics;

    /** @param calls the topic whose subjects are calls; {@code cases} those whose subjects are cases */
    LedgerProjection(LedgerTables tables, String calls, List<String> cases) {
        this.tables = tables;
        this.next = tables.next();
        this.calls = calls;
        this.topics = new ArrayList<>(cases);
        this.topics.addFirst(calls);
    }

    /** The ledger of a database, for readers outside of the service: those that measure it and those that try to break it. */
    public static LedgerProjection over(JdbcTemplate jdbc, String calls, List<String> cases) {
        return new LedgerProjection(new LedgerTables(jdbc), calls, cases);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> topics() {
        return List.copyOf(topics);
    }

    @Override
    public void apply(TableCopy tableCopy, List<TopicEvent> events) {
        EntryCache known = tableCopy == TableCopy.SERVING ? serving : new EntryCache(0);
        Heard noted = accept(events);
        tables.add(tableCopy, noted.ofCalls, true);
        known.add(tables.add(tableCopy, noted.ofCases, false));
        tables.link(tableCopy, noted.links);
        noted.links.forEach(callLink -> known.forget(callLink.caseId()));
        Set<String> touched = subjects(noted.ofCases);
        if (!noted.ofCalls.isEmpty()) {
            List<String> ofCalls = tables.casesOf(tableCopy, subjects(noted.ofCalls));
            ofCalls.forEach(known::forget);
            touched.addAll(ofCalls);
        }
        if (!touched.isEmpty()) {
            tables.summarise(tableCopy, rows(known.of(touched, unknown -> tables.entries(tableCopy, unknown))));
        }
    }

    @Override
    public void forget(TableCopy tableCopy) {
        if (tableCopy == TableCopy.SERVING) {
            serving.forgetAll();
        }
    }

    @Override
    public void prepareNext() {
        next.prepare();
    }

    @Override
    public void load(List<TopicEvent> events) {
        Heard noted = accept(events);
        next.load(noted.ofCalls, noted.ofCases);
        tables.link(TableCopy.NEXT, noted.links);
    }

    @Override
    public @Nullable RebuildChunk pieceAfter(String subject) {
        SequencedMap<String, List<RecordEntry>> cases = next.casesAfter(subject, PIECE);
        return cases.isEmpty() ? null : new Cases(cases);
    }

    private final class Cases implements RebuildChunk {
        private final SequencedMap<String, List<RecordEntry>> entries;

        Cases(SequencedMap<String, List<RecordEntry>> entries) {
            this.entries = entries;
        }

        @Override
        public String last() {
            return entries.lastEntry().getKey();
        }

        @Override
        public RebuildWrite derive() {
            List<CaseRow> rows = rows(entries);
            return () -> next.loadSummaries(rows);
        }
    }

    @Override
    public void swap() {
        next.swap();
    }

    private record Heard(List<RecordEntry> ofCalls, List<RecordEntry> ofCases, Collection<CallLink> links) {}

    private Heard accept(List<TopicEvent> events) {
        List<RecordEntry> ofCalls = new ArrayList<>();
        List<RecordEntry> ofCases = new ArrayList<>();
        // in order, so that two loaders that meet the same links wait for each other and do not block each other
        Set<CallLink> links = new TreeSet<>();
        for (TopicEvent topicEvent : events) {
            RecordEntry entry = TopicEntries.of(topicEvent);
            boolean onCall = topicEvent.topic().equals(calls);
            (onCall ? ofCalls : ofCases).add(entry);
            CallLink callLink = CallLink.of(entry, onCall);
            if (callLink != null) {
                links.add(callLink);
            }
        }
        return new Heard(ofCalls, ofCases, links);
    }

    private static Set<String> subjects(List<RecordEntry> entries) {
        Set<String> found = new HashSet<>();
        entries.forEach(entry -> found.add(entry.subject()));
        return found;
    }

    private static List<CaseRow> rows(Map<String, List<RecordEntry>> cases) {
        List<CaseRow> rows = new ArrayList<>();
        new TreeMap<>(cases)
                .forEach((caseId, entries) -> CaseSummary.of(caseId, Timeline.of(entries))
                        .ifPresent(summary -> rows.add(CaseRow.of(summary))));
        return rows;
    }
}
