package io.minutebook.intake.domain.calls;

import io.minutebook.intake.domain.Channel;
import io.minutebook.intake.domain.calls.CallState.CallFile;
import io.minutebook.kernel.ClockEvent;
import io.minutebook.kernel.Decision;
import io.minutebook.kernel.Fact;
import io.minutebook.kernel.FactRecorder;
import io.minutebook.kernel.History;
import io.minutebook.kernel.HistoryDecider;
import io.minutebook.kernel.PolicyScope;
import io.minutebook.kernel.Rejected;
import io.minutebook.kernel.Stated;
import io.minutebook.kernel.StepTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The rules of a call, from its first ring to its end. */
public final class Call extends HistoryDecider<CallCommand, CallState, CallEvent> {
    /** By when a customer is called back where no time was said: the 24 hours the source documents promise for an expert's call. */
    static final Duration CALLBACK_WITHIN = Duration.ofHours(24);

    @Override
    public void decide(CallCommand command, History<CallState, CallEvent> history, Decision<CallEvent> decision) {
        FactRecorder<CallState, CallEvent> facts = new FactRecorder<>(this, history, decision);
        switch (command) {
            case CallCommand.Step step -> {
                take(step, facts);
                facts.settle(step.stated().evidence());
            }
            case CallCommand.ClockDue due -> facts.fire(due.clock(), due.round());
        }
    }

    private static void take(CallCommand.Step step, FactRecorder<CallState, CallEvent> facts) {
        switch (step) {
            case CallCommand.ReceiveCall c -> receive(c, facts);
            case CallCommand.AnswerCall c ->
                facts.record(new CallEvent.CallAnswered(when(c.stated(), facts), c.agent()));
            case CallCommand.HoldCall c -> facts.record(new CallEvent.CallHeld(when(c.stated(), facts), c.reason()));
            case CallCommand.RetrieveCall c -> retrieve(c, facts);
            case CallCommand.OfferCallback c -> offer(c, facts);
            case CallCommand.TransferCall c -> transfer(c, facts);
            case CallCommand.TakeTransfer c -> takeTransfer(c, facts);
            case CallCommand.LinkCall c -> link(c, facts);
            case CallCommand.NoteEmotion c ->
                facts.record(new CallEvent.EmotionNoted(when(c.stated(), facts), c.emotion()));
            case CallCommand.EndCall c -> end(c, facts);
        }
    }

    private static void receive(CallCommand.ReceiveCall c, FactRecorder<CallState, CallEvent> facts) {
        Instant stated = c.stated().occurredAt();
        facts.record(new CallEvent.CallReceived(
                stated == null ? facts.decision().now() : stated, c.site(), c.line(), c.callerNumber()));
    }

    private static void retrieve(CallCommand.RetrieveCall c, FactRecorder<CallState, CallEvent> facts) {
        Instant at = when(c.stated(), facts);
        boolean waits = facts.asOf(at) instanceof CallState.Waiting;
        facts.record(new CallEvent.CallRetrieved(waits ? at : inTheMinuteOf(CallClock::waits, at, facts)));
    }

    private static void offer(CallCommand.OfferCallback c, FactRecorder<CallState, CallEvent> facts) {
        Instant at = when(c.stated(), facts);
        String number =
                c.number() == null ? file(facts.history().phase()).received().callerNumber() : c.number();
        var offered = new CallEvent.CallbackOffered(at, number, c.accepted(), c.dueAt());
        UUID id = facts.record(offered);
        if (c.accepted()) {
            file(facts.history().phase()).lastCase().ifPresent(linked -> promise(offered, linked, id, facts));
        }
    }

    private static void transfer(CallCommand.TransferCall c, FactRecorder<CallState, CallEvent> facts) {
        Instant at = when(c.stated(), facts);
        facts.record(new CallEvent.CallTransferred(at, file(facts.asOf(at)).agent(), c.to(), c.reason()));
    }

    private static void takeTransfer(CallCommand.TakeTransfer c, FactRecorder<CallState, CallEvent> facts) {
        Instant at = when(c.stated(), facts);
        boolean passedOn = passedOn(facts.asOf(at));
        facts.record(new CallEvent.CallTransferAnswered(
                passedOn ? at : inTheMinuteOf(CallEvent.CallTransferred.class::isInstance, at, facts), c.agent()));
    }

    private static boolean passedOn(CallState phase) {
        return phase.known().map(CallFile::transferredTo).isPresent();
    }

    /** A call may be about several cases, and may be linked when it is over; linking it again to the same one changes nothing, and nothing is linked before it rang. */
    private static void link(CallCommand.LinkCall c, FactRecorder<CallState, CallEvent> facts) {
        CallFile file = file(facts.history().phase());
        if (file.cases().containsKey(c.caseId())) {
            return;
        }
        Instant stated = c.stated().occurredAt();
        Instant at = StepTime.notBefore(
                file.received().at(), stated == null ? facts.decision().now() : stated);
        var linked = new CallEvent.CallLinked(at, c.caseId(), c.caseNumber());
        UUID id = facts.record(linked);
        CallEvent.CallbackOffered offered = file.callback();
        if (offered != null) {
            promise(offered, linked, id, facts);
        }
    }

    /** An accepted callback is due on the case the call is about, as soon as there is both. */
    private static void promise(
            CallEvent.CallbackOffered offered,
            CallEvent.CallLinked linked,
            UUID cause,
            FactRecorder<CallState, CallEvent> facts) {
        Instant dueAt = offered.dueAt() == null ? offered.at().plus(CALLBACK_WITHIN) : offered.dueAt();
        Instant at = StepTime.notBefore(linked.at(), offered.at());
        facts.record(new CallEvent.CallbackDue(at, linked.caseId(), dueAt), cause);
    }

    private static void end(CallCommand.EndCall c, FactRecorder<CallState, CallEvent> facts) {
        Instant at = when(c.stated(), facts);
        CallFile file = file(facts.asOf(at));
        facts.record(new CallEvent.CallEnded(
                at,
                c.disposition(),
                file.agent(),
                file.lastCase().map(CallEvent.CallLinked::caseId).orElse(null),
                file.lastCase().map(CallEvent.CallLinked::caseNumber).orElse(null)));
    }

    @Override
    protected void check(CallState phase, CallEvent event) {
        switch (event) {
            case CallEvent.CallReceived e -> {
                if (phase.known().isPresent()) {
                    throw new Rejected("call-already-received", "This call is recorded already.");
                }
            }
            case CallEvent.CallAnswered e -> {
                if (!(open(phase) instanceof CallState.Ringing)) {
                    throw new Rejected("call-already-answered", "This call has been answered already.");
                }
            }
            case CallEvent.CallHeld e -> {
                if (answered(phase) instanceof CallState.Waiting) {
                    throw new Rejected("call-already-held", "The customer is waiting already.");
                }
            }
            case CallEvent.CallRetrieved e -> {
                if (!(answered(phase) instanceof CallState.Waiting)) {
                    throw new Rejected("call-not-held", "The customer is not waiting.");
                }
            }
            case CallEvent.CallbackOffered e -> checkOffer(answered(phase), e);
            case CallEvent.CallTransferred e -> answered(phase);
            case CallEvent.CallTransferAnswered e -> {
                if (!passedOn(answered(phase))) {
                    throw new Rejected("rests-on-missing", "The call had not been passed on to anybody.");
                }
            }
            case CallEvent.EmotionNoted e -> answered(phase);
            case CallEvent.CallEnded e -> {
                if (open(phase) instanceof CallState.Ringing && e.disposition() == Disposition.COMPLETED) {
                    throw notAnswered();
                }
            }
            case CallEvent.CallLinked e -> file(phase);
            case CallEvent.CallbackDue e -> file(phase);
            case CallEvent.OnClock e -> {}
        }
    }

    private static void checkOffer(CallState phase, CallEvent.CallbackOffered offered) {
        if (offered.dueAt() != null && !offered.dueAt().isAfter(offered.at())) {
            throw new Rejected("callback-due-too-early", "A callback is due after it was promised.");
        }
        if (offered.accepted() && offered.number() == null) {
            throw new Rejected(
                    "callback-number-missing", "The caller's number is withheld: a number to call is needed.");
        }
    }

    @Override
    protected CallState unknown() {
        return new CallState.New();
    }

    @Override
    protected CallState apply(CallState state, Fact<CallEvent> fact) {
        CallFile file = state.known().orElse(null);
        if (file == null) {
            return fact.event() instanceof CallEvent.CallReceived received
                    ? new CallState.Ringing(CallFile.of(received))
                    : state;
        }
        return switch (fact.event()) {
            case CallEvent.CallReceived e -> state;
            case CallEvent.CallAnswered e -> new CallState.Talking(file.agent(e.agent()));
            case CallEvent.CallHeld e -> new CallState.Waiting(file);
            case CallEvent.CallRetrieved e -> new CallState.Talking(file.agent(file.agent()));
            case CallEvent.CallbackOffered e -> state.with(file.callback(e.accepted() ? e : null));
            case CallEvent.CallbackDue e -> state.with(file.callback(null));
            case CallEvent.CallTransferred e -> new CallState.Waiting(file.transferredTo(e.to()));
            case CallEvent.CallTransferAnswered e -> new CallState.Talking(file.agent(e.agent()));
            case CallEvent.CallLinked e -> state.with(file.linked(e));
            case CallEvent.EmotionNoted e -> state;
            case CallEvent.CallEnded e -> new CallState.Ended(file, e.at(), e.disposition());
            case CallEvent.OnClock e -> state;
        };
    }

    @Override
    protected List<CallClock> clocks() {
        return List.of(CallClock.values());
    }

    @Override
    protected @Nullable PolicyScope scope(CallState phase) {
        return phase.known()
                .map(file -> new PolicyScope(file.received().site(), Channel.PHONE.word(), null))
                .orElse(null);
    }

    @Override
    protected CallEvent onClock(ClockEvent event) {
        return new CallEvent.OnClock(event);
    }

    /** What is entered as it happens comes after all that is recorded, even where another machine's clock ran ahead of ours. */
    private static Instant when(Stated stated, FactRecorder<CallState, CallEvent> facts) {
        Instant received = file(facts.history().phase()).received().at();
        Instant begun =
                stated.occurredAt() == null ? facts.history().facts().getLast().at() : received;
        return StepTime.of(stated.occurredAt(), begun, facts.decision());
    }

    /** A time within the minute of what the step rests on, but before it, counts as that of what it rests on. */
    private static Instant inTheMinuteOf(
            Predicate<CallEvent> base, Instant at, FactRecorder<CallState, CallEvent> facts) {
        return facts.history().facts().stream()
                .filter(fact -> base.test(fact.event()) && fact.at().isAfter(at))
                .map(Fact::at)
                .findFirst()
                .filter(began -> !StepTime.isEarlier(at, began))
                .orElse(at);
    }

    private static CallState answered(CallState phase) {
        if (open(phase) instanceof CallState.Ringing) {
            throw notAnswered();
        }
        return phase;
    }

    private static CallState open(CallState phase) {
        if (phase instanceof CallState.Ended) {
            throw new Rejected("call-ended", "This call is over.");
        }
        file(phase);
        return phase;
    }

    private static CallFile file(CallState phase) {
        return phase.known().orElseThrow(() -> new Rejected("call-not-found", "There is no such call."));
    }

    private static Rejected notAnswered() {
        return new Rejected("call-not-answered", "Nobody has answered this call yet.");
    }
}
