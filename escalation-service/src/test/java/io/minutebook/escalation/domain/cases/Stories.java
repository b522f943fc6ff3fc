package io.minutebook.escalation.domain.cases;

import io.minutebook.kernel.CaseRef;
import io.minutebook.kernel.ClockEvent;
import io.minutebook.kernel.Clocks;
import io.minutebook.kernel.PolicyScope;
import io.minutebook.testing.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the stories of this service have in common. */
final class Stories {
    static final String ID = "01900000-0000-7000-8000-00000000c0de";
    static final CaseRef REF = new CaseRef(ID, "SH-260303-0001", "shanghai", 1);
    static final CaseRef AGAIN = REF.inCycle(2);
    static final Instant DISPATCHED = Scenario.START;
    static final UUID DISPATCH = heard(1);
    static final PolicyScope SCOPE = new PolicyScope("shanghai", "phone", "normal");

    private Stories() {}

    /** A case that went to the engineer Chen of the project north, with the limits for an answer and a plan running. */
    static Scenario<CaseCommand, CaseState, CaseEvent> dispatched() {
        return Scenario.of(new Case(), CaseClock.values()).when(dispatchTo("chen", DISPATCH, DISPATCHED, REF));
    }

    static Scenario<CaseCommand, CaseState, CaseEvent> atVendor() {
        return Scenario.of(new Case(), CaseClock.values()).when(order(heard(2), DISPATCHED, REF));
    }

    static Scenario<CaseCommand, CaseState, CaseEvent> resolved() {
        return dispatched().at(after("PT20M")).when(plan("swap the port")).when(resolve("port swapped"));
    }

    static Scenario<CaseCommand, CaseState, CaseEvent> cleared() {
        return resolved().when(new CaseCommand.NoteClearance(heard(9), after("PT40M"), REF));
    }

    static CaseCommand.ReceiveDispatch dispatchTo(String engineer, UUID heard, Instant at, CaseRef ref) {
        return new CaseCommand.ReceiveDispatch(heard, at, ref, SCOPE, "north", engineer);
    }

    static CaseCommand.ReceiveVendorOrder order(UUID heard, Instant at, CaseRef ref) {
        return new CaseCommand.ReceiveVendorOrder(heard, at, ref, SCOPE, "Terminal Works", "TW-77");
    }

    static CaseCommand.Reopen deny(Instant at, CaseRef ref) {
        return new CaseCommand.Reopen(heard(5), at, ref, "still dead");
    }

    static CaseCommand acknowledge() {
        return new CaseCommand.AcknowledgeDispatch(ID, null);
    }

    static CaseCommand replyWithPlan(String plan) {
        return new CaseCommand.ReplyToDispatch(ID, new Reply.WithPlan(plan), null);
    }

    static CaseCommand replyWithoutPlan(String difficulty, String nextSteps) {
        return new CaseCommand.ReplyToDispatch(ID, new Reply.WithoutPlan(difficulty, nextSteps), null);
    }

    static CaseCommand escalate(EscalationTier tier) {
        return new CaseCommand.Escalate(ID, tier, "out of my depth", true, null);
    }

    static CaseCommand contact() {
        return new CaseCommand.ContactCustomerAsExpert(ID, "explained the finding", null);
    }

    static CaseCommand progress() {
        return new CaseCommand.ReportProgress(ID, "on the way", null);
    }

    static CaseCommand plan(String plan) {
        return new CaseCommand.PlanSolution(ID, plan, null);
    }

    static CaseCommand resolve(String summary) {
        return new CaseCommand.ResolveFault(ID, summary, null);
    }

    static CaseCommand suspend() {
        return new CaseCommand.SuspendCase(ID, SuspensionReason.WAITING_FOR_PARTS, null);
    }

    static CaseCommand resume() {
        return new CaseCommand.ResumeCase(ID, null);
    }

    static CaseCommand due(String clock, int round) {
        return new CaseCommand.ClockDue(ID, clock, round);
    }

    /** A moment of the story, counted from its dispatch. */
    static Instant after(String duration) {
        return DISPATCHED.plus(Duration.parse(duration));
    }

    /** The id of an event that another service published. */
    static UUID heard(int n) {
        return new UUID(0x0190_0000_0000_7000L, 0x9000_0000_0000_0000L + n);
    }

    /** How the latest round of a clock stands. */
    static String standing(CaseState state, String clock) {
        return state instanceof CaseState.Known known
                ? known.file()
                        .clocks()
                        .latest(clock)
                        .map(c -> c.status() + " " + c.round())
                        .orElse("not started")
                : "unknown";
    }

    /** The moment the latest round of a clock is due. */
    static @Nullable Instant dueAt(CaseState state, String clock) {
        return ((CaseState.Known) state)
                .file()
                .clocks()
                .latest(clock)
                .orElseThrow()
                .dueAt();
    }

    /** A breached clock of the first round is completed by the n-th event of the story. */
    static CaseEvent completed(String clock, String dueAt, String takenAt, UUID startedBy, int by) {
        return clock(new ClockEvent.ClockCorrected(
                clock,
                1,
                after(takenAt),
                Clocks.Status.BREACHED,
                Clocks.Status.BREACHED,
                ClockEvent.Because.COMPLETED,
                after(dueAt),
                Duration.between(after(takenAt), after(dueAt)).toSeconds(),
                List.of(startedBy, Scenario.id(by))));
    }

    static CaseEvent clock(ClockEvent event) {
        return new CaseEvent.OnClock(event);
    }
}
