package io.minutebook.followup.view.ledger;

import io.minutebook.followup.record.CallLink;
import io.minutebook.followup.record.CaseSummary;
import io.minutebook.followup.record.RecordEntry;
import io.minutebook.followup.record.Timeline;
import io.minutebook.projection.TopicEvent;
import io.minutebook.projection.TopicScan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The ledger in memory, straight from the topics and without a database: what the tables must say, to check them by. */
public final class LedgerFold {
    private final Map<String, List<RecordEntry>> byCase = new HashMap<>();
    private final Map<String, List<RecordEntry>> byCall = new HashMap<>();
    private final Map<String, Set<String>> callsOf = new HashMap<>();
    private final Map<String, CaseRow> rows = new ConcurrentHashMap<>();
    private final long records;

    /**
     * Reads the topics to where they end now, and works out every case.
     *
     * @param settings of Kafka, connection and security
     * @param calls the topic whose subjects are calls; {@code cases} those whose subjects are cases
     * @param threads that share the partitions
     */
    public static LedgerFold of(Map<String, Object> settings, String calls, List<String> cases, int threads) {
        List<Part> parts = Stream.generate(() -> new Part(calls)).limit(threads).toList();
        List<String> topics =
                Stream.concat(Stream.of(calls), cases.stream()).distinct().toList();
        long records = TopicScan.read(settings, topics, List.copyOf(parts));
        return new LedgerFold(parts, records);
    }

    private LedgerFold(List<Part> parts, long records) {
        this.records = records;
        for (Part part : parts) {
            part.byCase.forEach((id, entries) -> byCase.merge(id, entries, LedgerFold::both));
            part.byCall.forEach((id, entries) -> byCall.merge(id, entries, LedgerFold::both));
            part.links.forEach(callLink -> callsOf.computeIfAbsent(callLink.caseId(), id -> new HashSet<>())
                    .add(callLink.callId()));
        }
        byCase.keySet().parallelStream()
                .forEach(
                        id -> CaseSummary.of(id, timeline(id)).ifPresent(summary -> rows.put(id, CaseRow.of(summary))));
    }

    /** Records read. */
    public long records() {
        return records;
    }

    /** How many cases there are. */
    public int cases() {
        return rows.size();
    }

    Collection<CaseRow> rows() {
        return rows.values();
    }

    Optional<CaseRow> find(String caseId) {
        return Optional.ofNullable(rows.get(caseId));
    }

    Timeline timeline(String caseId) {
        List<RecordEntry> all = new ArrayList<>(byCase.getOrDefault(caseId, List.of()));
        callsOf.getOrDefault(caseId, Set.of()).forEach(call -> all.addAll(byCall.getOrDefault(call, List.of())));
        return Timeline.of(all);
    }

    private static List<RecordEntry> both(List<RecordEntry> some, List<RecordEntry> others) {
        some.addAll(others);
        return some;
    }

    /** What one thread has read. */
    private static final class Part implements Consumer<TopicEvent> {
        private final String calls;
        private final Map<String, List<RecordEntry>> byCase = new HashMap<>();
        private final Map<String, List<RecordEntry>> byCall = new HashMap<>();
        private final Set<CallLink> links = new HashSet<>();

        Part(String calls) {
            this.calls = calls;
        }

        @Override
        public void accept(TopicEvent topicEvent) {
            boolean onCall = topicEvent.topic().equals(calls);
            List<RecordEntry> before =
                    (onCall ? byCall : byCase).computeIfAbsent(topicEvent.subject(), id -> new ArrayList<>());
            RecordEntry entry = TopicEntries.of(
                    topicEvent,
                    before.isEmpty() ? topicEvent.subject() : before.getFirst().subject());
            before.add(entry);
            CallLink callLink = CallLink.of(entry, onCall);
            if (callLink != null) {
                links.add(callLink);
            }
        }
    }
}
