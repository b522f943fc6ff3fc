package io.minutebook.followup.view.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.followup.record.RecordEntry;
import io.minutebook.followup.record.Story;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EntryCacheTest {
    private final EntryCache known = new EntryCache(6);
    private final List<String> read = new ArrayList<>();

    @Test
    void a_case_is_read_once_and_grows_by_what_is_added() {
        assertThat(sizes("a")).containsEntry("a", 3);
        known.add(List.of(entry("a", 3), entry("unknown", 0)));

        assertThat(sizes("a")).containsEntry("a", 4);
        assertThat(read).containsExactly("a");
    }

    @Test
    void what_was_not_touched_for_longest_goes_first() {
        sizes("a");
        sizes("b");
        sizes("a");
        sizes("c");
        read.clear();

        sizes("a");
        sizes("c");
        assertThat(read).isEmpty();
        sizes("b");
        assertThat(read).containsExactly("b");
    }

    @Test
    void what_is_forgotten_is_read_again() {
        sizes("a", "b");
        known.forget("a");
        assertThat(sizes("a", "b")).containsEntry("a", 3).containsEntry("b", 3);
        known.forgetAll();
        sizes("b");

        assertThat(read).containsExactlyInAnyOrder("a", "b", "a", "b");
    }

    @Test
    void a_case_bigger_than_all_that_is_kept_is_answered_and_not_kept() {
        EntryCache small = new EntryCache(2);

        assertThat(small.of(List.of("a"), this::three).get("a")).hasSize(3);
        small.of(List.of("a"), this::three);
        assertThat(read).containsExactly("a", "a");
    }

    private Map<String, Integer> sizes(String... cases) {
        return known.of(List.of(cases), this::three).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, found -> found.getValue().size()));
    }

    private Map<String, List<RecordEntry>> three(Collection<String> cases) {
        read.addAll(cases);
        return cases.stream()
                .collect(Collectors.toMap(
                        id -> id,
                        id -> IntStream.range(0, 3).mapToObj(n -> entry(id, n)).toList()));
    }

    private static RecordEntry entry(String subject, int number) {
        return new RecordEntry(
                new UUID(subject.hashCode(), number),
                "intake",
                "ProgressReported",
                subject,
                Story.TEN,
                Story.TEN,
                null,
                number,
                "",
                null,
                null,
                "{}");
    }
}
