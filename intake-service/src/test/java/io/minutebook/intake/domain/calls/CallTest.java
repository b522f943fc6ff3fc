package io.minutebook.intake.domain.calls;

import static io.minutebook.intake.domain.calls.Stories.CALL;
import static io.minutebook.intake.domain.calls.Stories.CASE;
import static io.minutebook.intake.domain.calls.Stories.NUMBER;
import static io.minutebook.intake.domain.calls.Stories.START;
import static io.minutebook.intake.domain.calls.Stories.after;
import static io.minutebook.intake.domain.calls.Stories.answer;
import static io.minutebook.intake.domain.calls.Stories.call;
import static io.minutebook.intake.domain.calls.Stories.end;
import static io.minutebook.intake.domain.calls.Stories.hold;
import static io.minutebook.intake.domain.calls.Stories.receive;
import static io.minutebook.testing.Scenario.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.kernel.ClockEvent;
import io.minutebook.kernel.Clocks;
import io.minutebook.testing.Scenario;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallTest {
    private static final CallEvent.CallReceived RECEIVED =
            new CallEvent.CallReceived(START, "shanghai", "400-1", "13800000000");

    @Test
    void a_call_that_rings_has_thirty_seconds() {
        call().when(receive())
                .then(
                        RECEIVED,
                        new CallEvent.OnClock(new ClockEvent.ClockStarted(
                                "answer", 1, START, id(1), null, after(24), after(30), "standard/1")));
    }

    @ParameterizedTest
    @CsvSource({"29, true", "30, true", "31, false"})
    void an_answer_meets_the_limit_up_to_its_last_second(int seconds, boolean met) {
        call().when(receive())
                .at(after(seconds))
                .when(answer())
                .then(new CallEvent.CallAnswered(after(seconds), "li"), verdict("answer", met, seconds, 30, 1, 3));
    }

    @ParameterizedTest
    @CsvSource({"29, true", "30, true", "31, false"})
    void a_late_entry_is_judged_by_when_it_happened(int seconds, boolean met) {
        call().at(after(7_200))
                .when(new CallCommand.ReceiveCall(CALL, "shanghai", "400-1", "13800000000", START))
                .when(new CallCommand.AnswerCall(CALL, "li", after(seconds)))
                .then(new CallEvent.CallAnswered(after(seconds), "li"), verdict("answer", met, seconds, 30, 1, 3));
    }

    @ParameterizedTest
    @CsvSource({"119, true", "120, true", "121, false"})
    void a_wait_may_last_two_minutes(int seconds, boolean met) {
        held().at(after(10 + seconds))
                .when(new CallCommand.RetrieveCall(CALL, null))
                .then(new CallEvent.CallRetrieved(after(10 + seconds)), verdict("hold", met, 10 + seconds, 130, 5, 7));
    }

    @ParameterizedTest
    @CsvSource({"119, true", "120, true", "121, false"})
    void an_offered_callback_ends_the_wait_too(int seconds, boolean met) {
        held().at(after(10 + seconds))
                .when(new CallCommand.OfferCallback(CALL, null, false, null, null))
                .then(
                        new CallEvent.CallbackOffered(after(10 + seconds), "13800000000", false, null),
                        verdict("hold", met, 10 + seconds, 130, 5, 7));
    }

    @Test
    void a_second_wait_is_a_second_round() {
        held().when(new CallCommand.RetrieveCall(CALL, null))
                .when(hold())
                .thenEvents(events -> assertThat(events.getLast())
                        .isInstanceOfSatisfying(
                                CallEvent.OnClock.class,
                                on -> assertThat(on.clock().round()).isEqualTo(2)));
    }

    @Test
    void an_unanswered_call_warns_and_then_breaches_once() {
        CallCommand due = new CallCommand.ClockDue(CALL, "answer", 1);
        call().when(receive())
                .at(after(23))
                .when(due)
                .thenNothing()
                .at(after(24))
                .when(due)
                .then(new CallEvent.OnClock(new ClockEvent.ClockWarned("answer", 1, after(24), after(30))))
                .at(after(30))
                .when(due)
                .thenNothing()
                .at(after(31))
                .when(due)
                .then(new CallEvent.OnClock(
                        new ClockEvent.ClockBreached("answer", 1, after(30), after(30), List.of(id(1)))))
                .when(due)
                .thenNothing()
                .when(answer())
                .then(new CallEvent.CallAnswered(after(31), "li"), completed("answer", 31, 30, 1, 5));
    }

    @Test
    void a_wait_that_ends_after_its_breach_is_completed_by_whatever_ended_it_first() {
        CallCommand retrieve = new CallCommand.RetrieveCall(CALL, null);
        CallCommand offer = new CallCommand.OfferCallback(CALL, null, false, null, null);
        CallCommand due = new CallCommand.ClockDue(CALL, "hold", 1);
        held().at(after(131))
                .when(due)
                .at(after(140))
                .when(offer)
                .thenIncludes(completed("hold", 140, 130, 5, 8))
                .at(after(150))
                .when(retrieve)
                .then(new CallEvent.CallRetrieved(after(150)));
        held().at(after(131))
                .when(due)
                .at(after(140))
                .when(retrieve)
                .then(new CallEvent.CallRetrieved(after(140)), completed("hold", 140, 130, 5, 8))
                .when(due)
                .thenNothing();
    }

    @Test
    void a_customer_who_gives_up_in_time_leaves_no_verdict() {
        call().when(receive())
                .at(after(30))
                .when(end(Disposition.ABANDONED))
                .then(
                        new CallEvent.CallEnded(after(30), Disposition.ABANDONED, null, null, null),
                        new CallEvent.OnClock(new ClockEvent.ClockWithdrawn(
                                "answer", 1, after(30), "caller-hung-up", List.of(id(1), id(3)))))
                .at(after(60))
                .when(new CallCommand.ClockDue(CALL, "answer", 1))
                .thenNothing();
    }

    @ParameterizedTest
    @CsvSource({
        "ABANDONED, caller-hung-up",
        "HANDED_OVER, handed-over",
        "COMPLETED, call-ended",
        "SILENT, call-ended",
        "NOISE, call-ended",
        "WEAK_SIGNAL, call-ended"
    })
    void a_call_that_ends_while_the_customer_waits_withdraws_the_wait_and_says_why(Disposition how, String reason) {
        held().at(after(130))
                .when(end(how))
                .then(
                        new CallEvent.CallEnded(after(130), how, "li", null, null),
                        new CallEvent.OnClock(
                                new ClockEvent.ClockWithdrawn("hold", 1, after(130), reason, List.of(id(5), id(7)))));
        held().at(after(131))
                .when(end(how))
                .thenIncludes(new CallEvent.OnClock(
                        new ClockEvent.ClockBreached("hold", 1, after(130), after(130), List.of(id(5)))));
    }

    @Test
    void a_customer_who_gives_up_too_late_was_not_answered_in_time() {
        call().when(receive())
                .at(after(31))
                .when(end(Disposition.ABANDONED))
                .then(
                        new CallEvent.CallEnded(after(31), Disposition.ABANDONED, null, null, null),
                        new CallEvent.OnClock(
                                new ClockEvent.ClockBreached("answer", 1, after(30), after(30), List.of(id(1)))));
    }

    @Test
    void a_transfer_names_who_has_the_call() {
        call().when(receive())
                .when(answer())
                .when(new CallCommand.TransferCall(CALL, "wu", null, null))
                .then(new CallEvent.CallTransferred(START, "li", "wu", null))
                .when(end(Disposition.COMPLETED))
                .then(new CallEvent.CallEnded(START, Disposition.COMPLETED, "wu", null, null));
    }

    @ParameterizedTest
    @CsvSource({"120, true", "121, false"})
    void a_customer_who_is_transferred_while_waiting_waits_on_until_taken_back(int seconds, boolean met) {
        held().at(after(40))
                .when(new CallCommand.TransferCall(CALL, "wu", null, null))
                .then(new CallEvent.CallTransferred(after(40), "li", "wu", null))
                .when(hold())
                .thenRejected("call-already-held")
                .at(after(10 + seconds))
                .when(new CallCommand.RetrieveCall(CALL, null))
                .then(new CallEvent.CallRetrieved(after(10 + seconds)), verdict("hold", met, 10 + seconds, 130, 5, 8));
    }

    @Test
    void an_accepted_callback_waits_for_the_case_it_is_promised_on() {
        CallCommand link = new CallCommand.LinkCall(CALL, CASE, NUMBER, null);
        held().when(new CallCommand.OfferCallback(CALL, "139", true, null, null))
                .when(link)
                .then(
                        new CallEvent.CallLinked(after(10), CASE, NUMBER),
                        new CallEvent.CallbackDue(after(10), CASE, after(10 + 24 * 3_600)))
                .when(link)
                .thenNothing();
    }

    @Test
    void a_callback_accepted_for_a_known_case_is_due_when_it_was_said_to_be() {
        held().when(new CallCommand.LinkCall(CALL, CASE, NUMBER, null))
                .when(new CallCommand.OfferCallback(CALL, null, true, after(600), null))
                .thenEvents(
                        events -> assertThat(events).endsWith(new CallEvent.CallbackDue(after(10), CASE, after(600))));
    }

    @Test
    void a_callback_needs_a_number_and_a_time_to_come() {
        call().when(new CallCommand.ReceiveCall(CALL, "shanghai", "400-1", null, null))
                .when(answer())
                .when(new CallCommand.OfferCallback(CALL, null, true, null, null))
                .thenRejected("callback-number-missing")
                .when(new CallCommand.OfferCallback(CALL, "139", true, START, null))
                .thenRejected("callback-due-too-early");
    }

    @Test
    void nothing_happens_on_a_call_before_it_rang() {
        call().when(receive())
                .when(new CallCommand.AnswerCall(CALL, "li", after(-61)))
                .thenRejected("before-the-start")
                .when(new CallCommand.AnswerCall(CALL, "li", after(-60)))
                .thenIncludes(new CallEvent.CallAnswered(START, "li"));
    }

    @Test
    void a_call_may_be_about_two_cases() {
        held().when(new CallCommand.LinkCall(CALL, CASE, NUMBER, null))
                .when(new CallCommand.LinkCall(CALL, "other", "other number", null))
                .thenState(
                        state -> assertThat(state.known().orElseThrow().cases()).containsOnlyKeys(CASE, "other"));
    }

    @Test
    void how_the_customer_feels_may_change_and_stops_no_clock() {
        held().at(after(20))
                .when(new CallCommand.NoteEmotion(CALL, Emotion.ANXIOUS, after(15)))
                .then(new CallEvent.EmotionNoted(after(15), Emotion.ANXIOUS))
                .when(new CallCommand.NoteEmotion(CALL, Emotion.CALM, null))
                .then(new CallEvent.EmotionNoted(after(20), Emotion.CALM))
                .thenState(state -> assertThat(state).isInstanceOf(CallState.Held.class));
    }

    /** Every command in every phase: "ok" where it records something, "-" where it changes nothing, else the refusal. */
    @ParameterizedTest
    @CsvSource({
        "new,     ok,                    call-not-found,        call-not-found,    call-not-found,    call-not-found,    call-not-found,    call-not-found, call-not-found,    call-not-found,    -",
        "ringing, call-already-received, ok,                    call-not-answered, call-not-answered, call-not-answered, call-not-answered, ok, call-not-answered,             call-not-answered, -",
        "talking, call-already-received, call-already-answered, ok,                call-not-held,     ok,                ok,                ok, ok,                            ok,                -",
        "held,    call-already-received, call-already-answered, call-already-held, ok,                ok,                ok,                ok, ok,                            ok,                -",
        "ended,   call-already-received, call-ended,            call-ended,        call-ended,        call-ended,        call-ended,        ok, call-ended,                    call-ended,        -",
    })
    void every_command_has_its_answer_in_every_phase(
            String phase,
            String receive,
            String answer,
            String hold,
            String retrieve,
            String offer,
            String transfer,
            String link,
            String emotion,
            String end,
            String clockDue) {
        expect(phase, receive(), receive);
        expect(phase, answer(), answer);
        expect(phase, hold(), hold);
        expect(phase, new CallCommand.RetrieveCall(CALL, null), retrieve);
        expect(phase, new CallCommand.OfferCallback(CALL, null, true, null, null), offer);
        expect(phase, new CallCommand.TransferCall(CALL, "wu", null, null), transfer);
        expect(phase, new CallCommand.LinkCall(CALL, CASE, NUMBER, null), link);
        expect(phase, new CallCommand.NoteEmotion(CALL, Emotion.ANXIOUS, null), emotion);
        expect(phase, end(Disposition.COMPLETED), end);
        expect(phase, new CallCommand.ClockDue(CALL, "answer", 1), clockDue);
    }

    private static void expect(String phase, CallCommand command, String answer) {
        Scenario<CallCommand, CallState, CallEvent> story = call();
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
            "ended", List.of(receive(), answer(), end(Disposition.COMPLETED)));

    private static Scenario<CallCommand, CallState, CallEvent> held() {
        return call().when(receive()).at(after(10)).when(answer()).when(hold());
    }

    private static CallEvent completed(String clock, int at, int due, int from, int by) {
        return new CallEvent.OnClock(new ClockEvent.ClockCorrected(
                clock,
                1,
                after(at),
                Clocks.Status.BREACHED,
                Clocks.Status.BREACHED,
                ClockEvent.Because.COMPLETED,
                after(due),
                due - at,
                List.of(id(from), id(by))));
    }

    private static CallEvent verdict(String clock, boolean met, int at, int due, int from, int by) {
        return new CallEvent.OnClock(
                met
                        ? new ClockEvent.ClockMet(clock, 1, after(at), after(due), List.of(id(from), id(by)))
                        : new ClockEvent.ClockBreached(clock, 1, after(due), after(due), List.of(id(from), id(by))));
    }
}
