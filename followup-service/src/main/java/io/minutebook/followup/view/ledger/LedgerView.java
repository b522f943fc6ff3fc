package io.minutebook.followup.view.ledger;

import io.minutebook.followup.view.ledger.LedgerTables.Link;
import io.minutebook.platform.topics.Copy;
import io.minutebook.platform.topics.Fact;
import io.minutebook.platform.topics.TopicView;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Writes down every event of the calls' and the cases' topics, and keeps the list of cases in step with them. */
final class LedgerView implements TopicView {
    static final String NAME = "ledger";
    private static final String IMPORTED = "HistoryImported";

    private final LedgerTables tables;
    private final String calls;
    private final List<String> topics;

    /** @param calls the topic whose subjects are calls; {@code cases} those whose subjects are cases */
    LedgerView(LedgerTables tables, String calls, List<String> cases) {
        this.tables = tables;
        this.calls = calls;
        this.topics = new ArrayList<>(cases);
        this.topics.addFirst(calls);
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
        List<LedgerEntry> entries = new ArrayList<>(facts.size());
        List<Link> links = new ArrayList<>();
        Set<String> touchedCalls = new HashSet<>();
        Set<String> touched = new HashSet<>();
        for (Fact fact : facts) {
            LedgerEntry entry = entry(fact);
            entries.add(entry);
            boolean onCall = fact.topic().equals(calls);
            (onCall ? touchedCalls : touched).add(entry.subject());
            Link link = link(entry, onCall);
            if (link != null) {
                links.add(link);
            }
        }
        tables.add(copy, entries);
        if (!links.isEmpty()) {
            tables.link(copy, links);
        }
        if (!touchedCalls.isEmpty()) {
            touched.addAll(tables.casesOf(copy, touchedCalls));
        }
        summarise(copy, touched);
    }

    @Override
    public void prepareNext() {
        tables.prepareNext();
    }

    @Override
    public void swap() {
        tables.swap();
    }

    private void summarise(Copy copy, Set<String> cases) {
        if (cases.isEmpty()) {
            return;
        }
        List<CaseRow> rows = new ArrayList<>();
        Map<String, List<LedgerEntry>> known = new TreeMap<>(tables.entries(copy, cases));
        known.forEach((caseId, entries) -> CaseSummary.of(caseId, Timeline.of(entries))
                .ifPresent(summary -> rows.add(CaseRow.of(summary, caseKey(entries)))));
        if (!rows.isEmpty()) {
            tables.summarise(copy, rows);
        }
    }

    private static @Nullable String caseKey(List<LedgerEntry> entries) {
        return entries.stream()
                .filter(LedgerEntry::imported)
                .findFirst()
                .map(entry -> text(entry.read(), "caseKey"))
                .orElse(null);
    }

    private static LedgerEntry entry(Fact fact) {
        return new LedgerEntry(
                fact.eventId(),
                fact.service(),
                fact.type(),
                fact.subject(),
                fact.occurredAt(),
                fact.recordedAt(),
                fact.causationId(),
                fact.sequence(),
                fact.actor(),
                fact.site(),
                fact.type().equals(IMPORTED) ? rank(fact) : null,
                fact.data());
    }

    private static int rank(Fact fact) {
        return LedgerEntry.JSON.readTree(fact.data()).path("rank").asInt(0);
    }

    /** A case says which call it came from, a call which case it belongs to. */
    private static @Nullable Link link(LedgerEntry entry, boolean onCall) {
        if (!entry.data().contains(onCall ? "\"caseId\"" : "\"callId\"")) {
            return null;
        }
        String other = text(entry.read(), onCall ? "caseId" : "callId");
        if (other == null) {
            return null;
        }
        return onCall ? new Link(entry.subject(), other) : new Link(other, entry.subject());
    }

    private static @Nullable String text(JsonNode data, String field) {
        JsonNode found = data.path(field);
        return found.isString() && !found.asString().isEmpty() ? found.asString() : null;
    }
}
