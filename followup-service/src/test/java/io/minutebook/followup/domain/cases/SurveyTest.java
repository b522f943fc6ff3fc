package io.minutebook.followup.domain.cases;

import static io.minutebook.followup.domain.cases.Story.RESOLVED;
import static io.minutebook.followup.domain.cases.Story.SURVEY;
import static io.minutebook.followup.domain.cases.Story.TOKEN;
import static io.minutebook.followup.domain.cases.Story.VALID_FOR;
import static io.minutebook.followup.domain.cases.Story.answer;
import static io.minutebook.followup.domain.cases.Story.call;
import static io.minutebook.followup.domain.cases.Story.due;
import static io.minutebook.followup.domain.cases.Story.handOver;
import static io.minutebook.followup.domain.cases.Story.known;
import static io.minutebook.followup.domain.cases.Story.minute;
import static io.minutebook.followup.domain.cases.Story.open;
import static io.minutebook.followup.domain.cases.Story.openCase;
import static io.minutebook.followup.domain.cases.Story.resolve;
import static io.minutebook.followup.domain.cases.Story.showLink;
import static io.minutebook.followup.domain.cases.Story.surveyRefused;
import static io.minutebook.followup.domain.cases.Story.surveySent;
import static io.minutebook.followup.domain.cases.Story.surveyTask;
import static io.minutebook.followup.domain.cases.Story.told;
import static io.minutebook.followup.domain.cases.Story.unknownCase;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.kernel.ClockEvent;
import io.minutebook.kernel.Clocks;
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
                                "SurveySent 5640 EMAIL",
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

    /** X12: Resolved Fri 13 Feb 2026 16:00; 14 Feb make-up day, 15-23 off. SMS refused; reached and asked Tue 24 Feb 11:00. */
    @Test
    void a_survey_that_no_channel_takes_is_a_task_and_met_by_whoever_reaches_and_asks_the_customer() {
        resolvedAt(at("2026-02-13T16:00:00+08:00"))
                .at(at("2026-02-14T10:00:00+08:00"))
                .when(due("survey", 1))
                .when(surveyRefused(SurveyMeans.SMS))
                .thenEvents(events -> assertThat(events)
                        .singleElement()
                        .isEqualTo(new CaseEvent.SurveyDeliveryFailed(
                                at("2026-02-14T10:00:00+08:00"),
                                Story.REF,
                                SURVEY,
                                SurveyMeans.SMS,
                                "address-refused")))
                .when(surveyTask())
                .thenEvents(events -> assertThat(events).singleElement().isInstanceOf(CaseEvent.SurveyTaskOpened.class))
                .thenState(history -> {
                    assertThat(history.clocks().latest("survey").orElseThrow().status())
                            .isEqualTo(Clocks.Status.RUNNING);
                    CaseFile file = known(history).file();
                    assertThat(file.isTask(file.survey(SURVEY).orElseThrow())).isTrue();
                })
                .at(at("2026-02-24T11:00:00+08:00"))
                .when(handOver(new Contact(true, null, "call-9", null), 4))
                .thenEvents(events -> {
                    assertThat(events)
                            .hasExactlyElementsOfTypes(
                                    CaseEvent.SurveySent.class,
                                    CaseEvent.SurveyAnswered.class,
                                    CaseEvent.OnClock.class);
                    assertThat(events.getFirst())
                            .isEqualTo(new CaseEvent.SurveySent(
                                    at("2026-02-24T11:00:00+08:00"),
                                    Story.REF,
                                    SURVEY,
                                    RESOLVED,
                                    SurveyMeans.CALL,
                                    null,
                                    "call-9",
                                    "zh-CN"));
                })
                .thenState(history -> assertThat(
                                history.clocks().latest("survey").orElseThrow().status())
                        .isEqualTo(Clocks.Status.MET));
    }

    @Test
    void a_refusal_and_the_task_are_recorded_once_however_often_they_are_tried() {
        prepared()
                .when(surveyRefused(SurveyMeans.EMAIL))
                .when(surveyRefused(SurveyMeans.EMAIL))
                .thenNothing()
                .when(surveyTask())
                .when(surveyTask())
                .thenNothing();
    }

    @Test
    void an_attempt_to_ask_in_vain_is_recorded_and_the_survey_stays_a_task() {
        prepared()
                .when(surveyTask())
                .when(handOver(new Contact(false, null, null, null), null))
                .thenEvents(told("SurveyDeliveryFailed 1440 CALL customer-unreached"))
                .when(handOver(new Contact(false, null, null, null), 3))
                .thenRejected("customer-not-reached")
                .when(handOver(new Contact(true, null, null, null), null))
                .thenEvents(told("SurveySent 1440 CALL", "survey MET 1440 margin 223199 [resolution, #8]"))
                .when(handOver(new Contact(true, null, null, null), null))
                .thenRejected("survey-already-sent");
    }

    @Test
    void only_a_task_is_handed_over_and_only_while_somebody_wants_to_know() {
        prepared().when(handOver(new Contact(true, null, null, null), 5)).thenRejected("survey-task-not-found");
        prepared().when(showLink()).thenRejected("survey-task-not-found");
        prepared()
                .when(surveyTask())
                .when(call(true, false))
                .when(handOver(new Contact(true, null, null, null), 5))
                .thenRejected("survey-not-wanted");
    }

    @Test
    void a_customer_cannot_have_been_asked_before_the_survey_was_prepared() {
        prepared()
                .when(surveyTask())
                .when(handOver(new Contact(true, minute(60), null, null), 5))
                .thenRejected("rests-on-missing");
    }

    @Test
    void a_hand_over_entered_after_the_breach_takes_it_back_with_the_call_as_evidence_only() {
        Instant within = at("2026-03-06T15:00:00+08:00");
        for (String callId : new String[] {null, "call-9"}) {
            Scenario<CaseCommand, History<CaseState, CaseEvent>, CaseEvent> late = prepared()
                    .when(surveyTask())
                    .at("2026-03-07T00:00:00Z")
                    .when(due("survey", 1))
                    .when(handOver(new Contact(true, within, callId, null), null));
            if (callId == null) {
                late.thenRejected("evidence-missing");
            } else {
                late.thenState(history -> assertThat(
                                history.clocks().latest("survey").orElseThrow().status())
                        .isEqualTo(Clocks.Status.MET));
            }
        }
    }

    @Test
    void that_somebody_looked_at_the_link_is_on_record() {
        prepared()
                .when(surveyTask())
                .when(showLink())
                .thenEvents(told("SurveyLinkShown 1440"))
                .when(answer(TOKEN))
                .when(showLink())
                .thenRejected("survey-already-answered");
    }

    @Test
    void a_link_expires_thirty_days_after_it_was_sent_or_shown() {
        Instant sent = at("2026-03-05T10:00:00+08:00");
        prepared().at(sent).when(surveySent()).at(sent.plus(VALID_FOR)).when(answer(TOKEN));
        prepared()
                .at(sent)
                .when(surveySent())
                .at(sent.plus(VALID_FOR).plusSeconds(1))
                .when(answer(TOKEN))
                .thenRejected("survey-expired");
        prepared()
                .when(surveyTask())
                .at(sent)
                .when(showLink())
                .at(sent.plus(VALID_FOR))
                .when(answer(TOKEN));
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

    private static Instant at(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }

    private static Scenario<CaseCommand, History<CaseState, CaseEvent>, CaseEvent> resolvedAt(Instant start) {
        return unknownCase()
                .at(start)
                .when(open(CaseType.FAULT, start.minusSeconds(60)))
                .when(new CaseCommand.NoteResolution(Story.CASE, RESOLVED, "L1", "li", false, start));
    }

    private static Scenario<CaseCommand, History<CaseState, CaseEvent>, CaseEvent> prepared() {
        return resolvedAt(minute(0)).at("2026-03-04T02:00:00Z").when(due("survey", 1));
    }
}
