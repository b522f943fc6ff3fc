package io.minutebook.followup.domain.cases;

import static io.minutebook.followup.domain.cases.Story.CASE;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.kernel.History;
import io.minutebook.kernel.Rejected;
import io.minutebook.testing.Scenario;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole table: a dash is nothing, a word in kebab-case is a refusal, else the first event. */
class EveryCommandInEveryPhaseTest {
    private static final Map<String, CaseCommand> COMMANDS = Map.of(
            "OpenCase", Story.open(CaseType.FAULT),
            "NotePlan", Story.plan(1),
            "NoteResolution", Story.resolve(Scenario.id(50), 1),
            "CallBackCustomer", Story.call(true, true),
            "ClearFault", Story.clear(),
            "ClockDue", Story.due("clearance", 1),
            "NoteSurveySent", Story.surveySent(),
            "AnswerSurvey", Story.answer(Story.TOKEN));

    @ParameterizedTest
    @CsvSource({
        "OpenCase,         CaseOpened,         -,                         -,                         -,                  -",
        "NotePlan,         case-not-known-yet, PlanNoted,                 PlanNoted,                 PlanNoted,          PlanNoted",
        "NoteResolution,   case-not-known-yet, ResolutionNoted,           ResolutionNoted,           ResolutionNoted,    ResolutionNoted",
        "CallBackCustomer, case-not-known-yet, CustomerCalledBack,        CustomerCalledBack,        CustomerCalledBack, fault-already-cleared",
        "ClearFault,       case-not-known-yet, not-resolved-in-this-cycle, restoration-not-confirmed, FaultCleared,       fault-already-cleared",
        "ClockDue,         -,                  -,                         OnClock,                   OnClock,            -",
        "NoteSurveySent,   -,                  -,                         -,                         -,                  -",
        "AnswerSurvey,     survey-not-found,   survey-not-found,          survey-not-found,          survey-not-found,   survey-not-found"
    })
    void does_what_the_table_says(
            String command, String unknown, String open, String resolved, String restored, String cleared) {
        CaseCommand asked = Objects.requireNonNull(COMMANDS.get(command));
        assertThat(outcome(Story.unknownCase(), asked)).as("unknown").isEqualTo(unknown);
        assertThat(outcome(Story.openCase(), asked)).as("open").isEqualTo(open);
        assertThat(outcome(Story.resolvedCase(), asked)).as("resolved").isEqualTo(resolved);
        assertThat(outcome(Story.restoredCase(), asked)).as("restored").isEqualTo(restored);
        assertThat(outcome(Story.clearedCase(), asked)).as("cleared").isEqualTo(cleared);
    }

    @Test
    void no_command_and_no_phase_is_missing() {
        assertThat(COMMANDS.values().stream().map(Object::getClass).collect(Collectors.toSet()))
                .isEqualTo(Arrays.stream(CaseCommand.class.getPermittedSubclasses())
                        .collect(Collectors.toSet()));
        assertThat(CaseState.Known.class.getPermittedSubclasses()).hasSize(4);
        assertThat(COMMANDS.values()).allMatch(command -> command.caseId().equals(CASE));
    }

    private static String outcome(
            Scenario<CaseCommand, History<CaseState, CaseEvent>, CaseEvent> story, CaseCommand command) {
        String[] outcome = {"-"};
        try {
            story.at(Story.minute(30)).when(command).thenEvents(events -> outcome[0] = first(events));
        } catch (AssertionError refused) {
            if (refused.getCause() instanceof Rejected rejected) {
                return rejected.code();
            }
            throw refused;
        }
        return outcome[0];
    }

    private static String first(List<CaseEvent> events) {
        return events.isEmpty() ? "-" : events.getFirst().getClass().getSimpleName();
    }
}
