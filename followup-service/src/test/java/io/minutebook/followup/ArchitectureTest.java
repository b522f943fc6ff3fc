package io.minutebook.followup;

import io.minutebook.testing.ArchitectureRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {
    @TestFactory
    Stream<DynamicTest> the_doors_hold() {
        return ArchitectureRules.ofService("io.minutebook.followup");
    }
}
