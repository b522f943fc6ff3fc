package io.minutebook.eventlog;

import io.minutebook.testing.ArchitectureRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {
    @TestFactory
    Stream<DynamicTest> the_log_needs_no_spring() {
        return ArchitectureRules.withoutSpring("io.minutebook.eventlog");
    }
}
