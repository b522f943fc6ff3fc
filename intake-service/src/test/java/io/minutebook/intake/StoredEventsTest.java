package io.minutebook.intake;

import io.minutebook.eventlog.EventCodec;
import io.minutebook.intake.domain.calls.CallEvent;
import io.minutebook.intake.domain.cases.CaseEvent;
import io.minutebook.testing.StoredEventsGolden;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class StoredEventsTest {
    @TestFactory
    Stream<DynamicTest> calls() {
        return golden(CallEvent.class, IntakeAggregates.callEvents());
    }

    @TestFactory
    Stream<DynamicTest> cases() {
        return golden(CaseEvent.class, IntakeAggregates.caseEvents());
    }

    private static <E> Stream<DynamicTest> golden(Class<E> family, EventCodec<E> types) {
        return StoredEventsGolden.of(
                        family,
                        event -> {
                            EventCodec.EncodedValue stored = types.encode(event);
                            return new StoredEventsGolden.Stored(stored.type(), stored.version(), stored.payload());
                        },
                        types::decode)
                .tests(types.versions());
    }
}
