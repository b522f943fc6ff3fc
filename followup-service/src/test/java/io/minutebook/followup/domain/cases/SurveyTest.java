package io.minutebook.followup.domain.cases;

import static io.minutebook.followup.domain.cases.Story.RESOLVED;
import static io.minutebook.followup.domain.cases.Story.SURVEY;
import static io.minutebook.followup.domain.cases.Story.TOKEN;
import static io.minutebook.followup.domain.cases.Story.answer;
import static io.minutebook.followup.domain.cases.Story.call;
import static io.minutebook.followup.domain.cases.Story.due;
import static io.minutebook.followup.domain.cases.Story.known;
import static io.minutebook.followup.domain.cases.Story.minute;
import static io.minutebook.followup.domain.cases.Story.open;
import static io.minutebook.followup.domain.cases.Story.openCase;
import static io.minutebook.followup.domain.cases.Story.resolve;
import static io.minutebook.followup.domain.cases.Story.surveySent;
import static io.minutebook.followup.domain.cases.Story.told;
import static io.minutebook.followup.domain.cases.Story.unknownCase;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.kernel.ClockEvent;
import io.minutebook.kernel.History;
import io.minutebook.kernel.Limit;
import io.minutebook.testing.Scenario;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** 在标记为“已解决”后的1-3个工作日内…发送满意度调查链接: one to three working days after the resolution the customer is asked. */
class SurveyTest {
    @ParameterizedTest
    @CsvSource({
        // resolved,                 opens at ten,              closes with the day
        "2026-02-13T16:40:00+08:00, 2026-02-14T10:00:00+08:00, 2026-02-25T23:59:59+08:00", // the make-up Saturday, then
        // the festival
        "2026-02-14T11:00:00+08:00, 2026-02-24T10:00:00+08:00, 2026-02-26T23:59:59+08:00",
        "2026-02-26T09:00:00+08:00, 2026-02-27T10:00:00+08:00, 2026-03-02T23:59:59+08:00", // over the make-up Saturday
        "2026-03-03T10:00:00+08:00, 2026-03-04T10:00:00+08:00, 2026-03-06T23:59:59+08:00"
    })
    void the_survey_goes_out_within_its_window_over_the_spring_festival_too(
            OffsetDateTime resolved, OffsetDateTime opens, OffsetDateTime closes) {
        Instant start = resolved.toInstant();
        resolvedAt(start)
                .thenState(history -> assertThat(
                                history.clocks().latest("survey").orElseThrow().window())
                        .isEqualTo(new Limit.Window(
                                opens.toInstant(),
                                closes.toInstant().plusSeconds(1).minusSeconds(86_400),
                                closes.toInstant())));

        resolvedAt(start)
                .at(opens.toInstant().minusSeconds(1))
                .when(due("survey", 1))
                .thenNothing();
        resolvedAt(start)
                .at(opens.toInstant())
                .when(due("survey", 1))
                .then(new CaseEvent.SurveyPrepared(opens.toInstant(), Story.REF, SURVEY, TOKEN, "zh-CN", 1, RESOLVED));

        for (long second : List.of(-1L, 0L, 1L)) {
            Instant sent = closes.toInstant().plusSeconds(second);
            resolvedAt(start)
                    .at(opens.toInstant())
                    .when(due("survey", 1))
                    .at(sent)
                    .when(surveySent())
                    .thenEvents(events -> assertThat(((CaseEvent.OnClock) events.getLast()).clock())
                            .isInstanceOf(second > 0 ? ClockEvent.ClockBreached.class : ClockEvent.ClockMet.class));
        }
    }

    @Test
    void a_case_reopened_before_the_survey_is_asked_nothing() {
        resolvedAt(minute(0))
                .at(minute(10))
                .when(call(true, false))
                .at("2026-03-04T02:00:00Z")
                .when(due("survey", 1))
                .thenNothing();
    }

    @Test
    void a_survey_prepared_but_not_sent_when_the_case_reopens_stays_where_it_is() {
        prepared().when(call(true, false)).thenState(history -> {
            CaseFile file = known(history).file();
            assertThat(file.toBeSent(file.survey(SURVEY).orElseThrow())).isFalse();
        });
    }

    @Test
    void a_survey_is_prepared_once() {
        prepared().when(due("survey", 1)).thenNothing();
    }

    @Test
    void a_survey_is_sent_once() {
        prepared().when(surveySent()).when(surveySent()).thenNothing();
    }

    @Test
    void a_survey_nobody_sent_in_time_is_breached_and_still_goes_out() {
        resolvedAt(minute(0))
                .at("2026-03-07T00:00:00Z")
                .when(due("survey", 1))
                .thenEvents(events -> assertThat(events)
                        .hasExactlyElementsOfTypes(CaseEvent.OnClock.class, CaseEvent.SurveyPrepared.class));
    }

    @Test
    void a_survey_sent_after_its_breach_completes_the_clock() {
        resolvedAt(minute(0))
                .at("2026-03-07T00:00:00Z")
                .when(due("survey", 1))
                .when(surveySent())
                .thenEvents(
                        told(
                                "SurveySent 5640 email",
                                "survey was BREACHED 5159:59 [resolution], is BREACHED 5159:59 margin -28801 [resolution, #7], COMPLETED"));
    }

    @Test
    void a_customer_answers_once() {
        prepared().when(surveySent()).when(answer(TOKEN)).when(answer(TOKEN)).thenRejected("survey-already-answered");
    }

    @Test
    void a_link_nobody_sent_is_not_found() {
        prepared().when(answer("guessed")).thenRejected("survey-not-found");
    }

    @Test
    void an_answer_to_the_survey_of_a_cycle_that_was_denied_later_still_counts() {
        prepared()
                .when(surveySent())
                .when(call(true, false))
                .when(answer(TOKEN))
                .thenEvents(events -> assertThat(events)
                        .singleElement()
                        .isInstanceOfSatisfying(
                                CaseEvent.SurveyAnswered.class,
                                e -> assertThat(e.ref().cycle()).isEqualTo(1)));
    }

    @ParameterizedTest
    @EnumSource(CaseType.class)
    void whoever_made_a_suggestion_is_not_asked(CaseType type) {
        openCase(type)
                .when(resolve(0))
                .thenEvents(events -> assertThat(events.stream()
                                .anyMatch(event -> event.toString().contains("clock=survey")))
                        .isEqualTo(type != CaseType.SUGGESTION));
    }

    private static Scenario<CaseCommand, History<CaseState, CaseEvent>, CaseEvent> resolvedAt(Instant start) {
        return unknownCase()
                .at(start)
                .when(open(CaseType.FAULT, start.minusSeconds(60)))
                .when(new CaseCommand.NoteResolution(Story.CASE, RESOLVED, "L1", start));
    }

    private static Scenario<CaseCommand, History<CaseState, CaseEvent>, CaseEvent> prepared() {
        return resolvedAt(minute(0)).at("2026-03-04T02:00:00Z").when(due("survey", 1));
    }
}
