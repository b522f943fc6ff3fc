package io.minutebook.intake;

import io.minutebook.testing.HouseRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class HouseRulesTest {
    @TestFactory
    Stream<DynamicTest> intake_keeps_the_doors_of_the_house() {
        return HouseRules.ofService("io.minutebook.intake");
    }
}
