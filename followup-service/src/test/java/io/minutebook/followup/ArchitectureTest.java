package io.minutebook.followup;

import io.minutebook.testing.ArchitectureRules;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The ledger listens to the topics itself: it is built from them alone. */
class ArchitectureTest {
    @TestFactory
    Stream<DynamicTest> doors() {
        return ArchitectureRules.ofService("io.minutebook.followup", Set.of("view.ledger"));
    }
}
