package io.minutebook.intake.domain.calls;

import io.minutebook.intake.domain.Channel;
import io.minutebook.intake.domain.calls.CallState.CallFile;
import io.minutebook.kernel.ClockRecorder;
import io.minutebook.kernel.Decider;
import io.minutebook.kernel.Decision;
import io.minutebook.kernel.PolicyScope;
import io.minutebook.kernel.Rejected;
import io.minutebook.kernel.StepTime;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rules of a call, from its first ring to its end. */
public final class Call implements Decider<CallCommand, CallState, CallEvent> {
    /** By when a customer is called back where no time was said: the 24 hours the source documents promise for an expert's call. */
    static final Duration CALLBACK_WITHIN = Duration.ofHours(24);

    @Override
    public CallState initial() {
        return new CallState.New();
    }

    @Override
    public void decide(CallCommand command, CallState state, Decision<CallEvent> decision) {
        switch (command) {
            case CallCommand.ReceiveCall c -> receive(c, state, decision);
            case CallCommand.AnswerCall c -> answer(c, state, decision);
            case CallCommand.HoldCall c -> hold(c, state, decision);
            case CallCommand.RetrieveCall c -> retrieve(c, state, decision);
            case CallCommand.OfferCallback c -> offer(c, state, decision);
            case CallCommand.TransferCall c -> transfer(c, state, decision);
            case CallCommand.LinkCall c -> link(c, state, decision);
            case CallCommand.NoteEmotion c -> note(c, answered(state), decision);
            case CallCommand.EndCall c -> end(c, state, decision);
            case CallCommand.ClockDue c ->
                state.known().ifPresent(file -> clocks(file, decision).fire(c.clock(), c.round()));
        }
    }

    private static void receive(CallCommand.ReceiveCall c, CallState state, Decision<CallEvent> decision) {
        if (state.known().isPresent()) {
            throw new Rejected("call-already-received", "This call is recorded already.");
        }
        Instant at = c.occurredAt() == null ? decision.now() : c.occurredAt();
        var received = new CallEvent.CallReceived(at, c.site(), c.line(), c.callerNumber());
        UUID id = decision.record(received);
        clocks(CallFile.of(received), decision).start(CallClock.ANSWER, scope(c.site()), at, id);
    }

    private static void answer(CallCommand.AnswerCall c, CallState state, Decision<CallEvent> decision) {
        CallFile file = switch (state) {
            case CallState.New none -> throw notFound();
            case CallState.Ringing ringing -> ringing.file();
            case CallState.Talking talking -> throw alreadyAnswered();
            case CallState.Held held -> throw alreadyAnswered();
            case CallState.Ended over -> throw ended();
        };
        Instant at = when(c.occurredAt(), file, decision);
        clocks(file, decision).record(new CallEvent.CallAnswered(at, c.agent()));
    }

    private static void hold(CallCommand.HoldCall c, CallState state, Decision<CallEvent> decision) {
        CallFile file = switch (state) {
            case CallState.New none -> throw notFound();
            case CallState.Ringing ringing -> throw notAnswered();
            case CallState.Talking talking -> talking.file();
            case CallState.Held held -> throw new Rejected("call-already-held", "The customer is waiting already.");
            case CallState.Ended over -> throw ended();
        };
        Instant at = when(c.occurredAt(), file, decision);
        UUID held = decision.record(new CallEvent.CallHeld(at, c.reason()));
        clocks(file, decision).start(CallClock.HOLD, scope(file.received().site()), at, held);
    }

    private static void retrieve(CallCommand.RetrieveCall c, CallState state, Decision<CallEvent> decision) {
        CallFile file = switch (state) {
            case CallState.New none -> throw notFound();
            case CallState.Ringing ringing -> throw notAnswered();
            case CallState.Talking talking -> throw new Rejected("call-not-held", "The customer is not waiting.");
            case CallState.Held held -> held.file();
            case CallState.Ended over -> throw ended();
        };
        Instant at = when(c.occurredAt(), file, decision);
        clocks(file, decision).record(new CallEvent.CallRetrieved(at));
    }

    private static void offer(CallCommand.OfferCallback c, CallState state, Decision<CallEvent> decision) {
        CallFile file = answered(state);
        Instant at = when(c.occurredAt(), file, decision);
        if (c.dueAt() != null && !c.dueAt().isAfter(at)) {
            throw new Rejected("callback-due-too-early", "A callback is due after it was promised.");
        }
        String number = c.number() == null ? file.received().callerNumber() : c.number();
        if (c.accepted() && number == null) {
            throw new Rejected(
                    "callback-number-missing", "The caller's number is withheld: a number to call is needed.");
        }
        var offered = new CallEvent.CallbackOffered(at, number, c.accepted(), c.dueAt());
        UUID id = clocks(file, decision).record(offered);
        if (c.accepted()) {
            file.lastCase().ifPresent(linked -> decision.record(due(offered, at, linked.caseId()), id));
        }
    }

    /** A transfer ends no wait: a customer on hold waits on until whoever has the call now takes them back. */
    private static void transfer(CallCommand.TransferCall c, CallState state, Decision<CallEvent> decision) {
        CallFile file = answered(state);
        Instant at = when(c.occurredAt(), file, decision);
        decision.record(new CallEvent.CallTransferred(at, file.agent(), c.to(), c.reason()));
    }

    /** A call may be about several cases, and may be linked when it is over; linking it again to the same one changes nothing, and nothing is linked before it rang. */
    private static void link(CallCommand.LinkCall c, CallState state, Decision<CallEvent> decision) {
        CallFile file = state.known().orElseThrow(Call::notFound);
        if (file.cases().containsKey(c.caseId())) {
            return;
        }
        Instant stated = c.occurredAt() == null ? decision.now() : c.occurredAt();
        Instant at = stated.isBefore(file.received().at()) ? file.received().at() : stated;
        UUID linked = decision.record(new CallEvent.CallLinked(at, c.caseId(), c.caseNumber()));
        CallEvent.CallbackOffered callback = file.callback();
        if (callback != null) {
            decision.record(due(callback, at, c.caseId()), linked);
        }
    }

    /** Whoever talks to the customer notes how they feel, so the call must have been answered. */
    private static void note(CallCommand.NoteEmotion c, CallFile file, Decision<CallEvent> decision) {
        Instant at = when(c.occurredAt(), file, decision);
        decision.record(new CallEvent.EmotionNoted(at, c.emotion()));
    }

    /**
     * Ends the call. A clock whose limit has passed by then is breached; one that still had time was neither kept nor missed, so it is
     * withdrawn without a verdict and counts in no measure.
     */
    private static void end(CallCommand.EndCall c, CallState state, Decision<CallEvent> decision) {
        CallFile file = open(state);
        if (state instanceof CallState.Ringing && c.disposition() == Disposition.COMPLETED) {
            throw notAnswered();
        }
        Instant at = when(c.occurredAt(), file, decision);
        UUID ended = decision.record(new CallEvent.CallEnded(
                at,
                c.disposition(),
                file.agent(),
                file.lastCase().map(CallEvent.CallLinked::caseId).orElse(null),
                file.lastCase().map(CallEvent.CallLinked::caseNumber).orElse(null)));
        ClockRecorder<CallEvent> clocks = clocks(file, decision);
        for (CallClock clock : CallClock.values()) {
            clocks.withdraw(clock, at, reason(c.disposition()), ended);
        }
    }

    /** Returns why nobody owes the customer an answer, or an end of the wait, any more. */
    private static String reason(Disposition disposition) {
        return switch (disposition) {
            case ABANDONED -> "caller-hung-up";
            case HANDED_OVER -> "handed-over";
            case COMPLETED, SILENT, NOISE, WEAK_SIGNAL -> "call-ended";
        };
    }

    @Override
    public CallState evolve(CallState state, CallEvent event) {
        CallFile file = state.known().orElse(null);
        if (file == null) {
            return event instanceof CallEvent.CallReceived received
                    ? new CallState.Ringing(CallFile.of(received))
                    : state;
        }
        return switch (event) {
            case CallEvent.CallReceived e -> state;
            case CallEvent.CallAnswered e -> new CallState.Talking(file.agent(e.agent()));
            case CallEvent.CallHeld e -> new CallState.Held(file);
            case CallEvent.CallRetrieved e -> new CallState.Talking(file);
            case CallEvent.CallbackOffered e -> state.with(file.callback(e.accepted() ? e : null));
            case CallEvent.CallbackDue e -> state.with(file.callback(null));
            case CallEvent.CallTransferred e -> state.with(file.agent(e.to()));
            case CallEvent.CallLinked e -> state.with(file.linked(e));
            case CallEvent.EmotionNoted e -> state;
            case CallEvent.CallEnded e -> new CallState.Ended(file, e.at(), e.disposition());
            case CallEvent.OnClock e -> state.with(file.clocks(file.clocks().evolve(e.clock())));
        };
    }

    private static CallEvent.CallbackDue due(CallEvent.CallbackOffered offered, Instant at, String caseId) {
        Instant dueAt = offered.dueAt() == null ? offered.at().plus(CALLBACK_WITHIN) : offered.dueAt();
        return new CallEvent.CallbackDue(at, caseId, dueAt);
    }

    private static CallFile answered(CallState state) {
        if (state instanceof CallState.Ringing) {
            throw notAnswered();
        }
        return open(state);
    }

    private static CallFile open(CallState state) {
        if (state instanceof CallState.Ended) {
            throw ended();
        }
        return state.known().orElseThrow(Call::notFound);
    }

    private static Instant when(@Nullable Instant stated, CallFile file, Decision<CallEvent> decision) {
        return StepTime.of(stated, file.received().at(), decision);
    }

    private static ClockRecorder<CallEvent> clocks(CallFile file, Decision<CallEvent> decision) {
        return new ClockRecorder<>(file.clocks(), decision, CallEvent.OnClock::new);
    }

    private static PolicyScope scope(String site) {
        return new PolicyScope(site, Channel.PHONE.word(), null);
    }

    private static Rejected notFound() {
        return new Rejected("call-not-found", "There is no such call.");
    }

    private static Rejected notAnswered() {
        return new Rejected("call-not-answered", "Nobody has answered this call yet.");
    }

    private static Rejected alreadyAnswered() {
        return new Rejected("call-already-answered", "This call has been answered already.");
    }

    private static Rejected ended() {
        return new Rejected("call-ended", "This call is over.");
    }
}
