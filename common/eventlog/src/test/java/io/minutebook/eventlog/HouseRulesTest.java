package io.minutebook.eventlog;

import io.minutebook.testing.HouseRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class HouseRulesTest {
    @TestFactory
    Stream<DynamicTest> the_log_needs_no_spring() {
        return HouseRules.withoutSpring("io.minutebook.eventlog");
    }
}
