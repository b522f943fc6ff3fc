package io.minutebook.followup.view.ledger;

import io.minutebook.platform.topics.Copy;
import io.minutebook.platform.topics.Fact;
import io.minutebook.platform.topics.TopicView;
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
public final class LedgerView implements TopicView {
    public static final String NAME = "ledger";
    /** How many entries' cases are summed up at a time in a rebuild. */
    private static final int PIECE = 5000;
    /** How many entries a twentieth of the heap holds, at about half a kilobyte each. */
    private static final int REMEMBERED = (int) (Runtime.getRuntime().maxMemory() / 20 / 512);

    private final LedgerTables tables;
    private final NextTables next;
    private final KnownCases serving = new KnownCases(REMEMBERED);
    private final String calls;
    private final List<String> topics;

    /** @param calls the topic whose subjects are calls; {@code cases} those whose subjects are cases */
    LedgerView(LedgerTables tables, String calls, List<String> cases) {
        this.tables = tables;
        this.next = tables.next();
        this.calls = calls;
        this.topics = new ArrayList<>(cases);
        this.topics.addFirst(calls);
    }

    /** The ledger of a database, for readers outside of the service: those that measure it and those that try to break it. */
    public static LedgerView over(JdbcTemplate jdbc, String calls, List<String> cases) {
        return new LedgerView(new LedgerTables(jdbc), calls, cases);
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
    public void apply(Copy copy, List<Fact> facts) {
        KnownCases known = copy == Copy.SERVING ? serving : new KnownCases(0);
        Heard heard = hear(facts);
        tables.add(copy, heard.ofCalls, true);
        known.add(tables.add(copy, heard.ofCases, false));
        tables.link(copy, heard.links);
        heard.links.forEach(link -> known.forget(link.caseId()));
        Set<String> touched = subjects(heard.ofCases);
        if (!heard.ofCalls.isEmpty()) {
            List<String> ofCalls = tables.casesOf(copy, subjects(heard.ofCalls));
            ofCalls.forEach(known::forget);
            touched.addAll(ofCalls);
        }
        if (!touched.isEmpty()) {
            tables.summarise(copy, rows(known.of(touched, unknown -> tables.entries(copy, unknown))));
        }
    }

    @Override
    public void forget(Copy copy) {
        if (copy == Copy.SERVING) {
            serving.forgetAll();
        }
    }

    @Override
    public void prepareNext() {
        next.prepare();
    }

    @Override
    public void load(List<Fact> facts) {
        Heard heard = hear(facts);
        next.load(heard.ofCalls, heard.ofCases);
        tables.link(Copy.NEXT, heard.links);
    }

    @Override
    public @Nullable Piece pieceAfter(String subject) {
        SequencedMap<String, List<LedgerEntry>> cases = next.casesAfter(subject, PIECE);
        return cases.isEmpty() ? null : new Cases(cases);
    }

    private final class Cases implements Piece {
        private final SequencedMap<String, List<LedgerEntry>> entries;

        Cases(SequencedMap<String, List<LedgerEntry>> entries) {
            this.entries = entries;
        }

        @Override
        public String last() {
            return entries.lastEntry().getKey();
        }

        @Override
        public Derived derive() {
            List<CaseRow> rows = rows(entries);
            return () -> next.loadSummaries(rows);
        }
    }

    @Override
    public void swap() {
        next.swap();
    }

    private record Heard(List<LedgerEntry> ofCalls, List<LedgerEntry> ofCases, Collection<Link> links) {}

    private Heard hear(List<Fact> facts) {
        List<LedgerEntry> ofCalls = new ArrayList<>();
        List<LedgerEntry> ofCases = new ArrayList<>();
        // in order, so that two loaders that meet the same links wait for each other and do not block each other
        Set<Link> links = new TreeSet<>();
        for (Fact fact : facts) {
            LedgerEntry entry = LedgerEntry.of(fact);
            boolean onCall = fact.topic().equals(calls);
            (onCall ? ofCalls : ofCases).add(entry);
            Link link = Link.of(entry, onCall);
            if (link != null) {
                links.add(link);
            }
        }
        return new Heard(ofCalls, ofCases, links);
    }

    private static Set<String> subjects(List<LedgerEntry> entries) {
        Set<String> found = new HashSet<>();
        entries.forEach(entry -> found.add(entry.subject()));
        return found;
    }

    private static List<CaseRow> rows(Map<String, List<LedgerEntry>> cases) {
        List<CaseRow> rows = new ArrayList<>();
        new TreeMap<>(cases)
                .forEach((caseId, entries) -> CaseSummary.of(caseId, Timeline.of(entries))
                        .ifPresent(summary -> rows.add(CaseRow.of(summary))));
        return rows;
    }
}
