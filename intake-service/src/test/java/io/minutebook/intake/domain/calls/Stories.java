package io.minutebook.intake.domain.calls;

import io.minutebook.intake.domain.Verdicts;
import io.minutebook.kernel.History;
import io.minutebook.kernel.Stated;
import io.minutebook.testing.Scenario;
import java.time.Instant;
import java.util.List;

/** What the stories of a call are made of: one call, the case it is about, and the times around its start. */
final class Stories {
    static final Instant START = Scenario.START;
    static final String CALL = "01900000-0000-7000-8000-00000000ca11";
    static final String CASE = "01900000-0000-7000-8000-00000000ca5e";
    static final String NUMBER = "26030200428";
    static final Stated NOW = Stated.now();

    private Stories() {}

    static Instant after(long seconds) {
        return START.plusSeconds(seconds);
    }

    /** Entered from paper, with something to show for it. */
    static Stated shown(long seconds) {
        return new Stated(after(seconds), List.of("recording 7"));
    }

    static Scenario<CallCommand, History<CallState, CallEvent>, CallEvent> call() {
        return Scenario.of(new Call(), CallClock.values());
    }

    /** How the clock of this name stands at the end of a story. */
    static String verdict(String clock, Scenario<CallCommand, History<CallState, CallEvent>, CallEvent> story) {
        return String.join(", ", Verdicts.of(clock, story.state().clocks()));
    }

    static CallCommand receive() {
        return new CallCommand.ReceiveCall(CALL, "shanghai", "400-1", "13800000000", NOW);
    }

    static CallCommand answer() {
        return answer(NOW);
    }

    static CallCommand answer(Stated stated) {
        return new CallCommand.AnswerCall(CALL, "li", stated);
    }

    static CallCommand hold() {
        return hold(NOW);
    }

    static CallCommand hold(Stated stated) {
        return new CallCommand.HoldCall(CALL, "looking it up", stated);
    }

    static CallCommand retrieve(Stated stated) {
        return new CallCommand.RetrieveCall(CALL, stated);
    }

    static CallCommand transfer(Stated stated) {
        return new CallCommand.TransferCall(CALL, "wu", null, stated);
    }

    static CallCommand taken(Stated stated) {
        return new CallCommand.TakeTransfer(CALL, "wu", stated);
    }

    static CallCommand offer(boolean accepted, Stated stated) {
        return new CallCommand.OfferCallback(CALL, null, accepted, null, stated);
    }

    static CallCommand end(Disposition disposition) {
        return end(disposition, NOW);
    }

    static CallCommand end(Disposition disposition, Stated stated) {
        return new CallCommand.EndCall(CALL, disposition, stated);
    }

    static CallCommand due(String clock) {
        return new CallCommand.ClockDue(CALL, clock, 1);
    }
}
