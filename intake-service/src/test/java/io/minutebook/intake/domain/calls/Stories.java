package io.minutebook.intake.domain.calls;

import io.minutebook.testing.Scenario;
import java.time.Instant;

/** What the stories of a call are made of: one call, the case it is about, and the times around its start. */
final class Stories {
    static final Instant START = Scenario.START;
    static final String CALL = "01900000-0000-7000-8000-00000000ca11";
    static final String CASE = "01900000-0000-7000-8000-00000000ca5e";
    static final String NUMBER = "26030200428";

    private Stories() {}

    static Instant after(long seconds) {
        return START.plusSeconds(seconds);
    }

    static Scenario<CallCommand, CallState, CallEvent> call() {
        return Scenario.of(new Call(), CallClock.values());
    }

    static CallCommand receive() {
        return new CallCommand.ReceiveCall(CALL, "shanghai", "400-1", "13800000000", null);
    }

    static CallCommand answer() {
        return new CallCommand.AnswerCall(CALL, "li", null);
    }

    static CallCommand hold() {
        return new CallCommand.HoldCall(CALL, "looking it up", null);
    }

    static CallCommand end(Disposition disposition) {
        return new CallCommand.EndCall(CALL, disposition, null);
    }
}
