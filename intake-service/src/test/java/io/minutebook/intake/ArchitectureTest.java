package io.minutebook.intake;

import io.minutebook.testing.ArchitectureRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {
    @TestFactory
    Stream<DynamicTest> intake_keeps_the_doors_of_the_house() {
        return ArchitectureRules.ofService("io.minutebook.intake");
    }
}
