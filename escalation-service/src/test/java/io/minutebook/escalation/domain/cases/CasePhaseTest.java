package io.minutebook.escalation.domain.cases;

import static io.minutebook.escalation.domain.cases.Stories.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.testing.Scenario;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every command in every phase: yes, a refusal, or nothing at all ({@code -}). */
class CasePhaseTest {
    private static final Map<String, Supplier<Scenario<CaseCommand, CaseState, CaseEvent>>> PHASES = Map.of(
            "Unknown", () -> Scenario.of(new Case(), CaseClock.values()),
            "Dispatched", Stories::dispatched,
            "AtVendor", Stories::atVendor,
            "Resolved", Stories::resolved,
            "Cleared", Stories::cleared);

    private static final Map<String, CaseCommand> COMMANDS = Stream.of(
                    due("reply", 1),
                    dispatchTo("wang", heard(3), after("PT1H"), REF),
                    order(heard(4), after("PT1H"), REF),
                    deny(after("PT1H"), REF),
                    new CaseCommand.NoteClearance(heard(9), after("PT1H"), REF),
                    acknowledge(),
                    replyWithPlan("swap"),
                    progress(),
                    escalate(EscalationTier.L2),
                    contact(),
                    plan("swap"),
                    resolve("swapped"),
                    suspend(),
                    resume())
            .collect(Collectors.toMap(command -> command.getClass().getSimpleName(), Function.identity()));

    @ParameterizedTest
    @CsvSource(textBlock = """
            # command,               Unknown,            Dispatched,    AtVendor,       Resolved,      Cleared
            ClockDue,                -,                  yes,           -,              -,             -
            ReceiveDispatch,         yes,                yes,           yes,            -,             -
            ReceiveVendorOrder,      yes,                yes,           yes,            -,             -
            Reopen,                  -,                  -,             -,              yes,           -
            NoteClearance,           -,                  yes,           yes,            yes,           -
            AcknowledgeDispatch,     case-not-known-yet, yes,           case-at-vendor, case-resolved, case-cleared
            ReplyToDispatch,         case-not-known-yet, yes,           case-at-vendor, case-resolved, case-cleared
            ReportProgress,          case-not-known-yet, yes,           yes,            case-resolved, case-cleared
            Escalate,                case-not-known-yet, yes,           yes,            case-resolved, case-cleared
            ContactCustomerAsExpert, case-not-known-yet, not-escalated, not-escalated,  not-escalated, case-cleared
            PlanSolution,            case-not-known-yet, yes,           yes,            case-resolved, case-cleared
            ResolveFault,            case-not-known-yet, yes,           yes,            case-resolved, case-cleared
            SuspendCase,             case-not-known-yet, yes,           yes,            case-resolved, case-cleared
            ResumeCase,              case-not-known-yet, not-suspended, not-suspended,  case-resolved, case-cleared
            """)
    void commands_by_phase(
            String command, String unknown, String dispatched, String atVendor, String resolved, String cleared) {
        expect(command, "Unknown", unknown);
        expect(command, "Dispatched", dispatched);
        expect(command, "AtVendor", atVendor);
        expect(command, "Resolved", resolved);
        expect(command, "Cleared", cleared);
    }

    @Test
    void no_command_is_missing_from_the_table() {
        assertThat(COMMANDS.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        leaves(CaseCommand.class).map(Class::getSimpleName).toList());
    }

    @Test
    void what_is_done_twice_is_refused() {
        dispatched().when(acknowledge()).when(acknowledge()).thenRejected("already-acknowledged");
        dispatched().when(suspend()).when(suspend()).thenRejected("already-suspended");
        dispatched().when(suspend()).when(resume()).when(resume()).thenRejected("not-suspended");
    }

    @Test
    void an_expert_may_call_after_the_resolution() {
        dispatched()
                .when(escalate(EscalationTier.L2))
                .when(resolve("swapped"))
                .when(contact())
                .thenState(
                        state -> assertThat(standing(state, "expert-contact")).isEqualTo("MET 1"));
    }

    @Test
    void a_call_that_an_expert_owes_is_owed_after_a_denied_restoration_too() {
        dispatched()
                .when(escalate(EscalationTier.L2))
                .when(resolve("swapped"))
                .when(deny(after("PT1H"), Stories.REF))
                .at(after("PT2H"))
                .when(contact())
                .thenState(
                        state -> assertThat(standing(state, "expert-contact")).isEqualTo("MET 1"));
        dispatched()
                .when(escalate(EscalationTier.L2))
                .when(resolve("swapped"))
                .when(contact())
                .when(deny(after("PT1H"), Stories.REF))
                .when(contact())
                .thenRejected("not-escalated");
    }

    @Test
    void a_case_that_is_escalated_again_while_a_call_is_owed_announces_the_limit_that_runs() {
        dispatched()
                .when(escalate(EscalationTier.L2))
                .when(resolve("swapped"))
                .when(deny(after("PT1H"), Stories.REF))
                .at(after("PT2H"))
                .when(escalate(EscalationTier.L2))
                .then(new CaseEvent.EscalatedToL2(
                        after("PT2H"), Stories.AGAIN, "out of my depth", true, after("PT24H")));
    }

    @Test
    void a_suspended_case_takes_every_step_of_an_open_one() {
        dispatched()
                .when(suspend())
                .when(acknowledge())
                .when(replyWithoutPlan("no key", "get it"))
                .when(progress())
                .when(escalate(EscalationTier.L3))
                .when(plan("swap"))
                .when(resolve("swapped"))
                .thenState(state -> assertThat(
                                ((CaseState.Known) state).file().suspensions().reason())
                        .isNull());
    }

    private static void expect(String command, String phase, String answer) {
        Scenario<CaseCommand, CaseState, CaseEvent> story =
                Objects.requireNonNull(PHASES.get(phase)).get();
        CaseCommand asked = Objects.requireNonNull(COMMANDS.get(command));
        story.at(after("PT30M1S")).when(asked);
        switch (answer) {
            case "yes" ->
                story.thenEvents(events ->
                        assertThat(events).as("%s when %s", command, phase).isNotEmpty());
            case "-" -> story.thenNothing();
            default -> story.thenRejected(answer);
        }
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(CasePhaseTest::leaves)
                : Stream.of(type);
    }
}
