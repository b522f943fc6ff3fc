package io.minutebook.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.contract.ClockNames;
import io.minutebook.intake.domain.calls.CallClock;
import io.minutebook.kernel.ClockDefinition;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The clocks that the services run and the names that the contract publishes: only here are all seen together. */
class ClockNamesTest {
    @Test
    void the_contract_names_every_clock_that_a_service_runs_and_no_other() {
        List<String> ids = Stream.<ClockDefinition[]>of(
                        CallClock.values(),
                        io.minutebook.intake.domain.cases.CaseClock.values(),
                        io.minutebook.escalation.domain.cases.CaseClock.values(),
                        io.minutebook.followup.domain.cases.CaseClock.values())
                .flatMap(Stream::of)
                .map(ClockDefinition::id)
                .toList();

        assertThat(ids).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(ClockNames.ALL);
    }
}
