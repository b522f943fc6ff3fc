package io.minutebook.eventlog;

import io.minutebook.testing.ArchitectureRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {
    @TestFactory
    Stream<DynamicTest> the_log_sees_no_framework_and_no_contract() {
        return ArchitectureRules.without(
                "io.minutebook.eventlog", "org.springframework..", "org.apache.kafka..", "io.minutebook.contract..");
    }
}
