package io.minutebook.escalation.domain.cases;

import static io.minutebook.escalation.domain.cases.Stories.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.kernel.History;
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
    private static final Map<String, Supplier<Scenario<CaseCommand, History<CaseState, CaseEvent>, CaseEvent>>> PHASES =
            Map.of(
                    "Unknown", Stories::story,
                    "Dispatched", Stories::dispatched,
                    "Returned", () -> dispatched().when(returnWork(WorkFinding.VENDOR)),
                    "AtVendor", Stories::atVendor,
                    "Resolved", Stories::resolved,
                    "Cleared", Stories::cleared);

    private static final Map<String, CaseCommand> COMMANDS = Stream.of(
                    due("reply", 1),
                    dispatchTo("wang", 3, after("PT1H"), REF),
                    order(4, after("PT1H"), REF),
                    deny(after("PT1H"), REF),
                    clear(after("PT1H"), REF),
                    acknowledge(),
                    replyWithPlan("swap"),
                    progress(),
                    returnWork(WorkFinding.OTHER_PROJECT),
                    escalate(EscalationTier.L2),
                    contact(),
                    plan("swap"),
                    resolve("swapped"),
                    suspend(),
                    resume())
            .collect(Collectors.toMap(command -> command.getClass().getSimpleName(), Function.identity()));

    @ParameterizedTest
    @CsvSource(textBlock = """
            # command,               Unknown,            Dispatched,       Returned,         AtVendor,         Resolved,         Cleared
            ClockDue,                -,                  yes,              -,                -,                -,                -
            ReceiveDispatch,         yes,                yes,              yes,              yes,              yes,              -
            ReceiveVendorOrder,      yes,                yes,              yes,              yes,              yes,              -
            Reopen,                  -,                  -,                -,                -,                yes,              -
            NoteClearance,           -,                  yes,              yes,              yes,              yes,              -
            AcknowledgeDispatch,     case-not-known-yet, yes,              rests-on-missing, case-at-vendor,   case-resolved,    case-cleared
            ReplyToDispatch,         case-not-known-yet, yes,              rests-on-missing, case-at-vendor,   case-resolved,    case-cleared
            ReportProgress,          case-not-known-yet, yes,              yes,              yes,              case-resolved,    case-cleared
            ReturnWork,              case-not-known-yet, yes,              rests-on-missing, case-at-vendor,   case-resolved,    case-cleared
            Escalate,                case-not-known-yet, yes,              yes,              yes,              case-resolved,    case-cleared
            ContactCustomerAsExpert, case-not-known-yet, rests-on-missing, rests-on-missing, rests-on-missing, rests-on-missing, case-cleared
            PlanSolution,            case-not-known-yet, yes,              rests-on-missing, case-at-vendor,   case-resolved,    case-cleared
            ResolveFault,            case-not-known-yet, yes,              yes,              yes,              case-resolved,    case-cleared
            SuspendCase,             case-not-known-yet, yes,              yes,              yes,              case-resolved,    case-cleared
            ResumeCase,              case-not-known-yet, rests-on-missing, rests-on-missing, rests-on-missing, case-resolved,    case-cleared
            """)
    void commands_by_phase(
            String command,
            String unknown,
            String dispatched,
            String returned,
            String atVendor,
            String resolved,
            String cleared) {
        expect(command, "Unknown", unknown);
        expect(command, "Dispatched", dispatched);
        expect(command, "Returned", returned);
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
        dispatched()
                .when(escalate(EscalationTier.L3))
                .when(escalate(EscalationTier.L2))
                .thenRejected("already-escalated");
        dispatched()
                .when(suspend())
                .at(after("PT1H"))
                .when(resume())
                .when(resume())
                .thenRejected("not-suspended");
    }

    @Test
    void the_news_of_one_event_counts_once() {
        dispatched().when(dispatchTo("chen", 1, DISPATCHED, REF)).thenNothing();
        atVendor().when(order(2, DISPATCHED, REF)).thenNothing();
        cleared().when(clear(after("PT40M"), REF)).thenNothing();
        resolved().when(deny(after("PT1H"), REF)).when(deny(after("PT1H"), REF)).thenNothing();
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
                .thenState(state ->
                        assertThat(file(state).suspensions().at(after("PT1H"))).isEmpty());
    }

    private static void expect(String command, String phase, String answer) {
        Scenario<CaseCommand, History<CaseState, CaseEvent>, CaseEvent> story =
                Objects.requireNonNull(PHASES.get(phase)).get();
        CaseCommand asked = Objects.requireNonNull(COMMANDS.get(command));
        story.at(after("PT40M1S")).when(asked);
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
