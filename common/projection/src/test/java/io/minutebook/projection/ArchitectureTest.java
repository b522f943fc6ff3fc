package io.minutebook.projection;

import io.minutebook.testing.ArchitectureRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {
    @TestFactory
    Stream<DynamicTest> rooms() {
        return ArchitectureRules.without(
                "io.minutebook.projection", "org.springframework.boot..", "io.minutebook.platform..");
    }
}
