package io.minutebook.knowledge;

import io.minutebook.eventlog.EventCodec;
import io.minutebook.testing.StoredEventsGolden;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class StoredEventsTest {
    @TestFactory
    Stream<DynamicTest> articles_stay_readable() {
        return golden(KnowledgeAggregates.articleEvents());
    }

    @TestFactory
    Stream<DynamicTest> misses_stay_readable() {
        return golden(KnowledgeAggregates.missEvents());
    }

    private static <E> Stream<DynamicTest> golden(EventCodec<E> types) {
        return StoredEventsGolden.of(
                        types.family(),
                        event -> {
                            EventCodec.EncodedValue stored = types.encode(event);
                            return new StoredEventsGolden.Stored(stored.type(), stored.version(), stored.payload());
                        },
                        types::decode)
                .tests(types.versions());
    }
}
