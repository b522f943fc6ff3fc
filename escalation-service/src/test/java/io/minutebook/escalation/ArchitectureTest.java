package io.minutebook.escalation;

import io.minutebook.testing.ArchitectureRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {
    @TestFactory
    Stream<DynamicTest> doors() {
        return ArchitectureRules.ofService("io.minutebook.escalation");
    }
}
