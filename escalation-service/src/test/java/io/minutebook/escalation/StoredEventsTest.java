package io.minutebook.escalation;

import io.minutebook.escalation.domain.cases.CaseEvent;
import io.minutebook.eventlog.EventCodec;
import io.minutebook.testing.StoredEventsGolden;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class StoredEventsTest {
    private static final EventCodec<CaseEvent> TYPES = EscalationAggregates.caseEvents();

    @TestFactory
    Stream<DynamicTest> stored_events_are_what_they_were() {
        return StoredEventsGolden.tests(
                StoredEventsGolden.of(CaseEvent.class, TYPES.versions(), StoredEventsTest::stored, TYPES::decode));
    }

    private static StoredEventsGolden.Stored stored(CaseEvent event) {
        EventCodec.EncodedValue encoded = TYPES.encode(event);
        return new StoredEventsGolden.Stored(encoded.type(), encoded.version(), encoded.payload());
    }
}
