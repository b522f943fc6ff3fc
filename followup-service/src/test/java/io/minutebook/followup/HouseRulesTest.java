package io.minutebook.followup;

import io.minutebook.testing.HouseRules;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The ledger listens to the topics itself: it is built from them alone. */
class HouseRulesTest {
    @TestFactory
    Stream<DynamicTest> doors() {
        return HouseRules.ofService("io.minutebook.followup", Set.of("view.ledger"));
    }
}
