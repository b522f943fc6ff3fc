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
    private static final Map<String, CaseCommand> COMMANDS = Map.ofEntries(
            Map.entry("OpenCase", Story.open(CaseType.FAULT)),
            Map.entry("NotePlan", Story.plan(1)),
            Map.entry("NoteResolution", Story.resolve(Scenario.id(50), 1)),
            Map.entry("CallBackCustomer", Story.call(true, true)),
            Map.entry("ClearFault", Story.clear()),
            Map.entry("ClockDue", Story.due("clearance", 1)),
            Map.entry("NoteSurveySent", Story.surveySent()),
            Map.entry("NoteSurveyRefused", Story.surveyRefused(SurveyMeans.SMS)),
            Map.entry("OpenSurveyTask", Story.surveyTask()),
            Map.entry("HandOverSurvey", Story.handOver(new Contact(true, null, null, null), 5)),
            Map.entry("ShowSurveyLink", Story.showLink()),
            Map.entry("AnswerSurvey", Story.answer(Story.TOKEN)));

    @ParameterizedTest
    @CsvSource({
        "OpenCase,         CaseOpened,         -,                         -,                         -,                  -",
        "NotePlan,         case-not-known-yet, PlanNoted,                 PlanNoted,                 PlanNoted,          PlanNoted",
        "NoteResolution,   case-not-known-yet, ResolutionNoted,           ResolutionNoted,           ResolutionNoted,    ResolutionNoted",
        "CallBackCustomer, case-not-known-yet, CustomerCalledBack,        CustomerCalledBack,        CustomerCalledBack, fault-already-cleared",
        "ClearFault,       case-not-known-yet, not-resolved-in-this-cycle, restoration-not-confirmed, FaultCleared,       fault-already-cleared",
        "ClockDue,         -,                  -,                         OnClock,                   OnClock,            -",
        "NoteSurveySent,   -,                  -,                         -,                         -,                  -",
        "NoteSurveyRefused, -,                 -,                         -,                         -,                  -",
        "OpenSurveyTask,   -,                  -,                         -,                         -,                  -",
        "HandOverSurvey,   case-not-known-yet, survey-task-not-found,     survey-task-not-found,     survey-task-not-found, survey-task-not-found",
        "ShowSurveyLink,   case-not-known-yet, survey-task-not-found,     survey-task-not-found,     survey-task-not-found, survey-task-not-found",
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
