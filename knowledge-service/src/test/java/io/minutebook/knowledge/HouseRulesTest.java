package io.minutebook.knowledge;

import io.minutebook.testing.HouseRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class HouseRulesTest {
    @TestFactory
    Stream<DynamicTest> the_doors_hold() {
        return HouseRules.ofService("io.minutebook.knowledge");
    }
}
