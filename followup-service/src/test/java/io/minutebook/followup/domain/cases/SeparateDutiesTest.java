package io.minutebook.followup.domain.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.kernel.Stated;
import io.minutebook.testing.Scenario;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who solved a fault neither asks the customer whether it works nor clears it. */
class SeparateDutiesTest {
    private static final UUID RESOLVED = UUID.randomUUID();

    @Test
    void the_solver_does_not_confirm() {
        resolved("li", false)
                .when(call("li", CallbackWay.CALL, true))
                .thenRejected("separation-of-duties")
                .when(call("anna", CallbackWay.CALL, true))
                .thenEvents(
                        events -> assertThat(events).hasAtLeastOneElementOfType(CaseEvent.RestorationConfirmed.class));
    }

    @Test
    void the_solver_does_not_clear() {
        resolved("li", false)
                .when(call("anna", CallbackWay.CALL, true))
                .when(clear("li"))
                .thenRejected("separation-of-duties")
                .when(clear("anna"))
                .thenEvents(events -> assertThat(events).hasAtLeastOneElementOfType(CaseEvent.FaultCleared.class));
    }

    @Test
    void on_the_call_on_which_the_first_line_solved_it_the_solver_asks_and_clears() {
        resolved("wang", true)
                .when(call("wang", CallbackWay.IN_CALL, true))
                .when(clear("wang"))
                .thenEvents(events -> assertThat(events).hasAtLeastOneElementOfType(CaseEvent.FaultCleared.class));
        resolved("wang", true).when(call("wang", CallbackWay.CALL, true)).thenRejected("separation-of-duties");
        resolved("li", false).when(call("li", CallbackWay.IN_CALL, true)).thenRejected("separation-of-duties");
    }

    @Test
    void the_solver_may_hear_that_it_does_not_work_and_may_call_for_other_reasons() {
        resolved("li", false)
                .when(call("li", CallbackWay.CALL, null))
                .thenEvents(events -> assertThat(events).isNotEmpty());
        resolved("li", false)
                .when(call("li", CallbackWay.CALL, false))
                .thenEvents(events -> assertThat(events).hasAtLeastOneElementOfType(CaseEvent.RestorationDenied.class));
    }

    @Test
    void the_yes_that_the_solver_heard_before_the_resolution_arrived_confirms_nothing() {
        opened().at(Story.minute(20))
                .when(call("li", CallbackWay.CALL, true))
                .at(Story.minute(21))
                .when(resolution("li", false))
                .thenEvents(events ->
                        assertThat(events).doesNotHaveAnyElementsOfTypes(CaseEvent.RestorationConfirmed.class));
    }

    private static Scenario<CaseCommand, ?, CaseEvent> resolved(String solver, boolean firstLine) {
        return opened().at(Story.minute(15)).when(resolution(solver, firstLine)).at(Story.minute(20));
    }

    private static Scenario<CaseCommand, ?, CaseEvent> opened() {
        return Scenario.of(new Case(), CaseClock.values()).at(Story.minute(0)).when(Story.open(CaseType.FAULT));
    }

    private static CaseCommand resolution(String solver, boolean firstLine) {
        return new CaseCommand.NoteResolution(Story.CASE, RESOLVED, "L1", solver, firstLine, Story.minute(14));
    }

    private static CaseCommand call(String by, CallbackWay how, @Nullable Boolean restored) {
        return new CaseCommand.CallBackCustomer(Story.CASE, by, how, true, restored, null, Stated.now());
    }

    private static CaseCommand clear(String by) {
        return new CaseCommand.ClearFault(Story.CASE, by, null, Stated.now());
    }
}
