package io.minutebook.intake.domain.calls;

import static io.minutebook.intake.domain.calls.Stories.CALL;
import static io.minutebook.intake.domain.calls.Stories.CASE;
import static io.minutebook.intake.domain.calls.Stories.NOW;
import static io.minutebook.intake.domain.calls.Stories.NUMBER;
import static io.minutebook.intake.domain.calls.Stories.START;
import static io.minutebook.intake.domain.calls.Stories.after;
import static io.minutebook.intake.domain.calls.Stories.answer;
import static io.minutebook.intake.domain.calls.Stories.call;
import static io.minutebook.intake.domain.calls.Stories.end;
import static io.minutebook.intake.domain.calls.Stories.hold;
import static io.minutebook.intake.domain.calls.Stories.offer;
import static io.minutebook.intake.domain.calls.Stories.receive;
import static io.minutebook.intake.domain.calls.Stories.retrieve;
import static io.minutebook.intake.domain.calls.Stories.shown;
import static io.minutebook.intake.domain.calls.Stories.taken;
import static io.minutebook.intake.domain.calls.Stories.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.kernel.History;
import io.minutebook.kernel.Stated;
import io.minutebook.testing.Scenario;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallTest {
    @Test
    void whoever_is_asked_to_take_a_call_has_it_only_once_they_took_it() {
        call().when(receive())
                .when(answer())
                .when(transfer(NOW))
                .thenIncludes(new CallEvent.CallTransferred(START, "li", "wu", null))
                .thenState(history -> {
                    assertThat(history.phase()).isInstanceOf(CallState.Waiting.class);
                    assertThat(history.phase().known().orElseThrow().transferredTo())
                            .isEqualTo("wu");
                })
                .when(end(Disposition.COMPLETED))
                .thenIncludes(new CallEvent.CallEnded(START, Disposition.COMPLETED, "li", null, null));
        call().when(receive())
                .when(answer())
                .when(transfer(NOW))
                .when(taken(NOW))
                .thenIncludes(new CallEvent.CallTransferAnswered(START, "wu"))
                .when(end(Disposition.COMPLETED))
                .thenIncludes(new CallEvent.CallEnded(START, Disposition.COMPLETED, "wu", null, null));
    }

    @Test
    void a_call_that_nobody_takes_may_be_taken_back_and_then_is_nobody_elses() {
        call().when(receive())
                .when(answer())
                .when(transfer(NOW))
                .when(retrieve(NOW))
                .when(taken(NOW))
                .thenRejected("rests-on-missing")
                .when(end(Disposition.COMPLETED))
                .thenIncludes(new CallEvent.CallEnded(START, Disposition.COMPLETED, "li", null, null));
    }

    @Test
    void a_transfer_is_taken_no_earlier_than_the_minute_in_which_it_was_begun() {
        call().when(receive())
                .when(answer())
                .at(after(90))
                .when(transfer(NOW))
                .when(taken(Stated.at(after(59))))
                .thenRejected("rests-on-missing")
                .when(taken(Stated.at(after(60))))
                .thenIncludes(new CallEvent.CallTransferAnswered(after(90), "wu"));
    }

    @Test
    void an_accepted_callback_waits_for_the_case_it_is_promised_on() {
        CallCommand link = new CallCommand.LinkCall(CALL, CASE, NUMBER, NOW);
        held().when(new CallCommand.OfferCallback(CALL, "139", true, null, NOW))
                .when(link)
                .then(
                        new CallEvent.CallLinked(after(10), CASE, NUMBER),
                        new CallEvent.CallbackDue(after(10), CASE, after(10 + 24 * 3_600)))
                .when(link)
                .thenNothing();
    }

    @Test
    void a_callback_accepted_for_a_known_case_is_due_when_it_was_said_to_be() {
        held().when(new CallCommand.LinkCall(CALL, CASE, NUMBER, NOW))
                .when(new CallCommand.OfferCallback(CALL, null, true, after(600), NOW))
                .thenIncludes(new CallEvent.CallbackDue(after(10), CASE, after(600)));
    }

    @Test
    void a_callback_that_is_entered_after_the_case_was_linked_is_due_on_it_all_the_same() {
        held().at(after(60))
                .when(new CallCommand.LinkCall(CALL, CASE, NUMBER, NOW))
                .at(after(900))
                .when(offer(true, shown(30)))
                .thenIncludes(new CallEvent.CallbackDue(after(60), CASE, after(30 + 24 * 3_600)));
    }

    @Test
    void a_callback_needs_a_number_and_a_time_to_come() {
        call().when(new CallCommand.ReceiveCall(CALL, "shanghai", "400-1", null, NOW))
                .when(answer())
                .when(offer(true, NOW))
                .thenRejected("callback-number-missing")
                .when(new CallCommand.OfferCallback(CALL, "139", true, START, NOW))
                .thenRejected("callback-due-too-early");
    }

    @Test
    void nothing_happens_on_a_call_before_it_rang() {
        call().when(receive())
                .when(answer(Stated.at(after(-61))))
                .thenRejected("before-the-start")
                .when(answer(Stated.at(after(-60))))
                .thenIncludes(new CallEvent.CallAnswered(START, "li"));
    }

    @Test
    void a_call_may_be_about_two_cases() {
        held().when(new CallCommand.LinkCall(CALL, CASE, NUMBER, NOW))
                .when(new CallCommand.LinkCall(CALL, "other", "other number", NOW))
                .thenState(history -> assertThat(
                                history.phase().known().orElseThrow().cases())
                        .containsOnlyKeys(CASE, "other"));
    }

    @Test
    void how_the_customer_feels_may_change() {
        held().at(after(20))
                .when(new CallCommand.NoteEmotion(CALL, Emotion.ANXIOUS, Stated.at(after(15))))
                .then(new CallEvent.EmotionNoted(after(15), Emotion.ANXIOUS))
                .when(new CallCommand.NoteEmotion(CALL, Emotion.CALM, NOW))
                .then(new CallEvent.EmotionNoted(after(20), Emotion.CALM))
                .thenState(history -> assertThat(history.phase()).isInstanceOf(CallState.Waiting.class));
    }

    /** Before this, a step that was entered late met the call as it stood when it was entered, and an answer was refused once the call was over. */
    @Test
    void an_answer_may_be_entered_when_the_call_is_over() {
        call().when(receive())
                .at(after(20))
                .when(end(Disposition.ABANDONED))
                .at(after(300))
                .when(answer(shown(10)))
                .thenIncludes(new CallEvent.CallAnswered(after(10), "li"))
                .thenState(history -> assertThat(history.phase()).isInstanceOf(CallState.Ended.class));
    }

    @Test
    void a_step_that_what_happened_later_contradicts_is_refused() {
        held().at(after(40))
                .when(retrieve(NOW))
                .at(after(60))
                .when(end(Disposition.COMPLETED, Stated.at(after(30))))
                .thenRejected("contradicts-later")
                .when(hold(Stated.at(after(5))))
                .thenRejected("call-not-answered")
                .when(answer(Stated.at(after(5))))
                .thenRejected("contradicts-later");
    }

    /** People state minutes: the customer was asked to wait at 9:00:10, and is said to have been taken back "at 9:00". */
    @Test
    void a_wait_that_ended_in_the_minute_it_began_ended_no_sooner_than_it_began() {
        held().at(after(30)).when(retrieve(Stated.at(START))).thenIncludes(new CallEvent.CallRetrieved(after(10)));
        call().when(receive())
                .when(answer())
                .at(after(70))
                .when(hold())
                .at(after(90))
                .when(retrieve(Stated.at(START)))
                .thenRejected("call-not-held");
    }

    @Test
    void what_is_entered_as_it_happens_comes_after_what_another_machine_says_is_still_to_come() {
        call().when(receive())
                .when(answer(Stated.at(after(30))))
                .at(after(5))
                .when(hold())
                .thenIncludes(new CallEvent.CallHeld(after(30), "looking it up"));
    }

    /** Every command in every phase: "ok" where it records something, "-" where it changes nothing, else the refusal. */
    @ParameterizedTest
    @CsvSource({
        "new, ok, call-not-found, call-not-found, call-not-found, call-not-found, call-not-found, call-not-found, call-not-found, call-not-found, call-not-found, -",
        "ringing, call-already-received, ok, call-not-answered, call-not-answered, call-not-answered, call-not-answered, call-not-answered, ok, call-not-answered, call-not-answered, -",
        "talking, call-already-received, call-already-answered, ok, call-not-held, ok, ok, rests-on-missing, ok, ok, ok, -",
        "held, call-already-received, call-already-answered, call-already-held, ok, ok, ok, rests-on-missing, ok, ok, ok, -",
        "passed, call-already-received, call-already-answered, call-already-held, ok, ok, ok, ok, ok, ok, ok, -",
        "ended, call-already-received, call-ended, call-ended, call-ended, call-ended, call-ended, call-ended, ok, call-ended, call-ended, -",
    })
    void every_command_has_its_answer_in_every_phase(
            String phase,
            String receive,
            String answer,
            String hold,
            String retrieve,
            String offer,
            String transfer,
            String taken,
            String link,
            String emotion,
            String end,
            String clockDue) {
        expect(phase, receive(), receive);
        expect(phase, answer(), answer);
        expect(phase, hold(), hold);
        expect(phase, retrieve(NOW), retrieve);
        expect(phase, offer(true, NOW), offer);
        expect(phase, transfer(NOW), transfer);
        expect(phase, taken(NOW), taken);
        expect(phase, new CallCommand.LinkCall(CALL, CASE, NUMBER, NOW), link);
        expect(phase, new CallCommand.NoteEmotion(CALL, Emotion.ANXIOUS, NOW), emotion);
        expect(phase, end(Disposition.COMPLETED), end);
        expect(phase, new CallCommand.ClockDue(CALL, "answer", 1), clockDue);
    }

    private static void expect(String phase, CallCommand command, String answer) {
        Scenario<CallCommand, History<CallState, CallEvent>, CallEvent> story = call();
        PHASES.getOrDefault(phase, List.of()).forEach(story::when);
        story.when(command);
        switch (answer) {
            case "ok" -> story.thenEvents(events -> assertThat(events).isNotEmpty());
            case "-" -> story.thenNothing();
            default -> story.thenRejected(answer);
        }
    }

    private static final Map<String, List<CallCommand>> PHASES = Map.of(
            "ringing", List.of(receive()),
            "talking", List.of(receive(), answer()),
            "held", List.of(receive(), answer(), hold()),
            "passed", List.of(receive(), answer(), transfer(NOW)),
            "ended", List.of(receive(), answer(), end(Disposition.COMPLETED)));

    private static Scenario<CallCommand, History<CallState, CallEvent>, CallEvent> held() {
        return call().when(receive()).at(after(10)).when(answer()).when(hold());
    }
}
