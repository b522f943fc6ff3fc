package io.minutebook.platform;

import io.minutebook.testing.ArchitectureRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {
    @TestFactory
    Stream<DynamicTest> rooms() {
        return ArchitectureRules.ofPlatform("io.minutebook.platform");
    }
}
