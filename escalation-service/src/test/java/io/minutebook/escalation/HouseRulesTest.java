package io.minutebook.escalation;

import io.minutebook.testing.HouseRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class HouseRulesTest {
    @TestFactory
    Stream<DynamicTest> doors() {
        return HouseRules.ofService("io.minutebook.escalation");
    }
}
