package io.minutebook.knowledge;

import io.minutebook.eventlog.EventCodec;
import io.minutebook.testing.StoredEventsGolden;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class StoredEventsTest {
    @TestFactory
    Stream<DynamicTest> stored_events_are_what_they_were() {
        return StoredEventsGolden.tests(
                golden(KnowledgeAggregates.articleEvents()), golden(KnowledgeAggregates.missEvents()));
    }

    private static <E> StoredEventsGolden<E> golden(EventCodec<E> types) {
        return StoredEventsGolden.of(
                types.family(),
                types.versions(),
                event -> {
                    EventCodec.EncodedValue stored = types.encode(event);
                    return new StoredEventsGolden.Stored(stored.type(), stored.version(), stored.payload());
                },
                types::decode);
    }
}
