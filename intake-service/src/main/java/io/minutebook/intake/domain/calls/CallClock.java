package io.minutebook.intake.domain.calls;

import io.minutebook.kernel.ClockRule;
import io.minutebook.kernel.Fact;
import io.minutebook.kernel.Limit;
import io.minutebook.kernel.Pause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The clocks of a call. */
public enum CallClock implements ClockRule<CallEvent> {
    /** From the first ring to the answer (004, 应答). */
    ANSWER("answer", "CallReceived", Duration.ofSeconds(30), "CallAnswered", new OwedBy("queue", null)) {
        @Override
        public boolean startsWith(CallEvent event, String startsOn) {
            return event instanceof CallEvent.CallReceived;
        }

        @Override
        public boolean metBy(CallEvent start, CallEvent event, boolean standing) {
            return event instanceof CallEvent.CallAnswered;
        }
    },
    /**
     * All the time a customer waits on the line in one call, on hold or for a transfer to be taken; it stands still while somebody talks to them.
     * Within it they are offered a callback, or the call comes to its end with somebody talking to them (004, 等待).
     */
    HOLD_TOTAL("hold-total", "CallHeld", Duration.ofMinutes(2), "CallbackOffered", new OwedBy("agent", null)) {
        @Override
        public boolean startsWith(CallEvent event, String startsOn) {
            return waits(event);
        }

        @Override
        public String runOf(Fact<CallEvent> start, List<Fact<CallEvent>> before) {
            return "";
        }

        @Override
        public boolean metBy(CallEvent start, CallEvent event, boolean standing) {
            return event instanceof CallEvent.CallbackOffered || (standing && event instanceof CallEvent.CallEnded);
        }

        @Override
        public List<Pause> pauses(List<Fact<CallEvent>> facts) {
            List<Pause> talks = new ArrayList<>();
            Fact<CallEvent> back = null;
            for (Fact<CallEvent> fact : facts) {
                if (takesBack(fact.event())) {
                    back = fact;
                } else if (waits(fact.event()) && back != null) {
                    talks.add(new Pause(back.at(), fact.at(), back.id(), fact.id(), TALKING));
                    back = null;
                }
            }
            if (back != null) {
                talks.add(new Pause(back.at(), null, back.id(), null, TALKING));
            }
            return talks;
        }
    };

    private static final String TALKING = "talking";

    private final String id;
    private final String startsOn;
    private final Limit limit;
    private final String owedAct;
    private final OwedBy owedBy;

    CallClock(String id, String startsOn, Duration limit, String owedAct, OwedBy owedBy) {
        this.id = id;
        this.startsOn = startsOn;
        this.limit = new Limit.Within(limit);
        this.owedAct = owedAct;
        this.owedBy = owedBy;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String startsOn() {
        return startsOn;
    }

    @Override
    public Limit limit() {
        return limit;
    }

    @Override
    public String owedAct() {
        return owedAct;
    }

    @Override
    public OwedBy owedBy(CallEvent start) {
        return owedBy;
    }

    /** When the call is over, nobody owes the customer an answer, or an end of the wait, any more. */
    @Override
    public @Nullable String withdrawnBy(CallEvent start, CallEvent event) {
        return event instanceof CallEvent.CallEnded ended
                ? switch (ended.disposition()) {
                    case ABANDONED -> "caller-hung-up";
                    case HANDED_OVER -> "handed-over";
                    case COMPLETED, SILENT, NOISE, WEAK_SIGNAL -> "call-ended";
                }
                : null;
    }

    /** Returns whether the customer waits from this event on. */
    static boolean waits(CallEvent event) {
        return event instanceof CallEvent.CallHeld || event instanceof CallEvent.CallTransferred;
    }

    /** Returns whether somebody talks to the customer again from this event on. */
    private static boolean takesBack(CallEvent event) {
        return event instanceof CallEvent.CallRetrieved || event instanceof CallEvent.CallTransferAnswered;
    }
}
