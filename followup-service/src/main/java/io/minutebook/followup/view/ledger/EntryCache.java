package io.minutebook.followup.view.ledger;

import io.minutebook.followup.record.RecordEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The cases that were written last, with their entries, so that a case to which one more comes is not read back whole. Only an entry's data is not
 * kept: nobody sums up by it. True as long as nobody else writes the tables. Used by one thread.
 */
final class EntryCache {
    private final int limit;
    private final LinkedHashMap<String, List<RecordEntry>> cases = new LinkedHashMap<>(16, 0.75f, true);
    private int size;

    /** @param limit how many entries it keeps at most; the cases that were not touched for longest go first */
    EntryCache(int limit) {
        this.limit = limit;
    }

    /** Entries that now stand in the table, and did not before; of a case that is not known they need not be kept. */
    void add(Collection<RecordEntry> entries) {
        for (RecordEntry entry : entries) {
            List<RecordEntry> known = cases.get(entry.subject());
            if (known != null) {
                known.add(entry.withoutData());
                size++;
            }
        }
    }

    /** Everything about these cases; {@code reading} is asked for those that are not known. */
    Map<String, List<RecordEntry>> of(
            Collection<String> asked, Function<Collection<String>, Map<String, List<RecordEntry>>> reading) {
        Map<String, List<RecordEntry>> found = new HashMap<>();
        List<String> unknown = new ArrayList<>();
        for (String id : asked) {
            List<RecordEntry> known = cases.get(id);
            if (known == null) {
                unknown.add(id);
            } else {
                found.put(id, known);
            }
        }
        if (!unknown.isEmpty()) {
            Map<String, List<RecordEntry>> read = reading.apply(unknown);
            read.forEach(this::keep);
            found.putAll(read);
        }
        shrink();
        return found;
    }

    /** What is known of the case may not be all. */
    void forget(String id) {
        List<RecordEntry> known = cases.remove(id);
        size -= known == null ? 0 : known.size();
    }

    void forgetAll() {
        cases.clear();
        size = 0;
    }

    private void keep(String id, List<RecordEntry> entries) {
        List<RecordEntry> kept = new ArrayList<>(entries.size() + 1);
        entries.forEach(entry -> kept.add(entry.withoutData()));
        cases.put(id, kept);
        size += kept.size();
    }

    private void shrink() {
        while (size > limit) {
            forget(cases.firstEntry().getKey());
        }
    }
}
