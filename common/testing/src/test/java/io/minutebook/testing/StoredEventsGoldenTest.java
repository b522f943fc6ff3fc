package io.minutebook.testing;

import static io.minutebook.testing.EventJson.JSON;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minutebook.kernel.ClockEvent;
import io.minutebook.kernel.ClockEventWrapper;
import io.minutebook.kernel.DomainEvent;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import tools.jackson.databind.node.ObjectNode;

/** A family whose first event was stored differently once; the file of that time is kept. */
class StoredEventsGoldenTest {
    private static final Map<String, Integer> TODAY =
            Map.of("tale.Told", 2, "tale.ClockMet", 1, "tale.ClockBreached", 1);

    private sealed interface Tale extends DomainEvent {}

    private record Told(String teller, Instant at) implements Tale {}

    private record OnClock(ClockEvent clock) implements Tale, ClockEventWrapper {
        @Override
        public Instant at() {
            return clock.at();
        }
    }

    @TestFactory
    Stream<DynamicTest> each_stored_event_is_held_to_its_file() {
        return StoredEventsGolden.tests(golden(2, TODAY));
    }

    @Test
    @DisabledIfSystemProperty(
            named = "golden.update",
            matches = "true",
            disabledReason = "would write what it breaks on purpose")
    void an_old_event_that_no_upcaster_brings_up_fails_with_the_remedy() {
        assertThatThrownBy(() -> run("old: tale.Told.v1.json", golden(1, TODAY)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("add an upcaster from the old version");
    }

    @Test
    void a_file_of_a_name_that_no_family_knows_fails_with_the_remedy() {
        Map<String, Integer> renamed = Map.of("tale.Heard", 2, "tale.ClockMet", 1, "tale.ClockBreached", 1);

        assertThatThrownBy(() -> run("every file is of a known event", golden(2, renamed)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("[tale.Told.v1.json, tale.Told.v2.json]")
                .hasMessageContaining("Give the record its old name in @StoredAs again");
    }

    private static void run(String test, StoredEventsGolden<Tale> golden) throws Throwable {
        StoredEventsGolden.tests(golden)
                .filter(found -> found.getDisplayName().equals(test))
                .findFirst()
                .orElseThrow()
                .getExecutable()
                .execute();
    }

    /** Version 1 called the teller "by". */
    private static StoredEventsGolden<Tale> golden(int upcastFrom, Map<String, Integer> versions) {
        return StoredEventsGolden.of(
                Tale.class,
                versions,
                tale -> {
                    Object inner = tale instanceof ClockEventWrapper carrier ? carrier.clock() : tale;
                    String name = "tale." + inner.getClass().getSimpleName();
                    return new StoredEventsGolden.Stored(
                            name, inner instanceof Told ? 2 : 1, JSON.writeValueAsBytes(inner));
                },
                (name, version, json) -> {
                    ObjectNode node = (ObjectNode) JSON.readTree(json);
                    if (version < 2 && version < upcastFrom && node.has("by")) {
                        node.set("teller", node.remove("by"));
                    }
                    if (!name.equals("tale.Told")) {
                        Class<?> record = name.equals("tale.ClockMet")
                                ? ClockEvent.ClockMet.class
                                : ClockEvent.ClockBreached.class;
                        return new OnClock((ClockEvent) JSON.treeToValue(node, record));
                    }
                    if (!node.has("teller")) {
                        throw new IllegalStateException("no upcaster of tale.Told from version " + version);
                    }
                    return JSON.treeToValue(node, Told.class);
                });
    }
}
