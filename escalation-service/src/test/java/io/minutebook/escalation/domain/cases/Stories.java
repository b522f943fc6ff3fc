package io.minutebook.escalation.domain.cases;

import io.minutebook.kernel.CaseRef;
import io.minutebook.kernel.ClockEvent;
import io.minutebook.kernel.Clocks;
import io.minutebook.kernel.History;
import io.minutebook.kernel.PolicyScope;
import io.minutebook.kernel.Stated;
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
    /** An agent, who enters what others tell them. */
    static final Whose AGENT = new Whose("liu", null);

    private Stories() {}

    /** A case that nobody told of yet. */
    static Scenario<CaseCommand, History<CaseState, CaseEvent>, CaseEvent> story() {
        return Scenario.of(new Case(), CaseClock.values());
    }

    /** A case that went to the engineer Chen of the project north, with the limits for an answer and a plan running. */
    static Scenario<CaseCommand, History<CaseState, CaseEvent>, CaseEvent> dispatched() {
        return story().when(dispatchTo("chen", 1, DISPATCHED, REF));
    }

    static Scenario<CaseCommand, History<CaseState, CaseEvent>, CaseEvent> atVendor() {
        return story().when(order(2, DISPATCHED, REF));
    }

    /** Planned and solved by the engineer after twenty minutes. */
    static Scenario<CaseCommand, History<CaseState, CaseEvent>, CaseEvent> resolved() {
        return dispatched().at(after("PT20M")).when(plan("swap the port")).when(resolve("port swapped"));
    }

    static Scenario<CaseCommand, History<CaseState, CaseEvent>, CaseEvent> cleared() {
        return resolved().when(clear(after("PT40M"), REF));
    }

    static CaseCommand.ReceiveDispatch dispatchTo(String engineer, int heard, Instant at, CaseRef ref) {
        return dispatchTo(engineer, HandOver.INSTEAD, heard, at, ref);
    }

    static CaseCommand.ReceiveDispatch dispatchTo(String engineer, HandOver mode, int heard, Instant at, CaseRef ref) {
        return new CaseCommand.ReceiveDispatch(heard(heard), at, ref, SCOPE, mode, "north", engineer);
    }

    static CaseCommand.ReceiveVendorOrder order(int heard, Instant at, CaseRef ref) {
        return order(HandOver.INSTEAD, heard, at, ref);
    }

    static CaseCommand.ReceiveVendorOrder order(HandOver mode, int heard, Instant at, CaseRef ref) {
        return new CaseCommand.ReceiveVendorOrder(heard(heard), at, ref, SCOPE, mode, "Terminal Works", "TW-77");
    }

    static CaseCommand.Reopen deny(Instant at, CaseRef ref) {
        return new CaseCommand.Reopen(heard(5), at, ref, "still dead");
    }

    static CaseCommand.NoteClearance clear(Instant at, CaseRef ref) {
        return new CaseCommand.NoteClearance(heard(9), at, ref);
    }

    static CaseCommand acknowledge() {
        return new CaseCommand.AcknowledgeDispatch(ID, AGENT, Stated.now());
    }

    static CaseCommand replyWithPlan(String plan) {
        return new CaseCommand.ReplyToDispatch(ID, AGENT, new Reply.WithPlan(plan, null), Told.staff(), Stated.now());
    }

    static CaseCommand replyWithoutPlan(String difficulty, String nextSteps) {
        return new CaseCommand.ReplyToDispatch(
                ID, AGENT, new Reply.WithoutPlan(difficulty, nextSteps), Told.staff(), Stated.now());
    }

    /** An answer without a plan, which that engineer enters. */
    static CaseCommand replyOf(String engineer) {
        return new CaseCommand.ReplyToDispatch(
                ID,
                new Whose(engineer, null),
                new Reply.WithoutPlan("no key", "get the key"),
                Told.staff(),
                Stated.now());
    }

    static CaseCommand returnWork(WorkFinding finding) {
        return new CaseCommand.ReturnWork(ID, AGENT, finding, "the terminal is broken", Stated.now());
    }

    static CaseCommand escalate(EscalationTier tier) {
        return new CaseCommand.Escalate(ID, tier, "out of my depth", true, Stated.now());
    }

    static CaseCommand contact() {
        return new CaseCommand.ContactCustomerAsExpert(ID, null, "explained the finding", Stated.now());
    }

    static CaseCommand progress() {
        return new CaseCommand.ReportProgress(ID, "on the way", Stated.now());
    }

    static CaseCommand plan(String plan) {
        return planOf(AGENT, plan);
    }

    static CaseCommand planOf(Whose whose, String plan) {
        return new CaseCommand.PlanSolution(ID, whose, new Reply.WithPlan(plan, null), Told.staff(), Stated.now());
    }

    static CaseCommand resolve(String summary) {
        return resolve(summary, null, null, null);
    }

    static CaseCommand resolve(
            String summary, @Nullable ResolutionOutcome outcome, @Nullable Holder solvedBy, @Nullable String solver) {
        return new CaseCommand.ResolveFault(ID, AGENT.by(), outcome, solvedBy, solver, summary, Stated.now());
    }

    static CaseCommand suspend() {
        return suspend(SuspensionReason.WAITING_FOR_PARTS, null);
    }

    static CaseCommand suspend(SuspensionReason reason, @Nullable Instant until) {
        return new CaseCommand.SuspendCase(ID, reason.name(), until, Stated.now());
    }

    static CaseCommand resume() {
        return new CaseCommand.ResumeCase(ID, null, Stated.now());
    }

    static CaseCommand due(String clock, int round) {
        return new CaseCommand.ClockDue(ID, clock, round);
    }

    /** The same step, entered with the time at which it was taken and what shows it. */
    static CaseCommand stated(Instant at, CaseCommand command, String... evidence) {
        Stated stated = new Stated(at, List.of(evidence));
        return switch (command) {
            case CaseCommand.AcknowledgeDispatch c -> new CaseCommand.AcknowledgeDispatch(ID, c.whose(), stated);
            case CaseCommand.ReplyToDispatch c ->
                new CaseCommand.ReplyToDispatch(ID, c.whose(), c.reply(), c.told(), stated);
            case CaseCommand.ReportProgress c -> new CaseCommand.ReportProgress(ID, c.note(), stated);
            case CaseCommand.ReturnWork c -> new CaseCommand.ReturnWork(ID, c.whose(), c.finding(), c.reason(), stated);
            case CaseCommand.Escalate c -> new CaseCommand.Escalate(ID, c.tier(), c.reason(), c.customerTold(), stated);
            case CaseCommand.ContactCustomerAsExpert c ->
                new CaseCommand.ContactCustomerAsExpert(ID, c.contact(), c.note(), stated);
            case CaseCommand.PlanSolution c -> new CaseCommand.PlanSolution(ID, c.whose(), c.plan(), c.told(), stated);
            case CaseCommand.ResolveFault c ->
                new CaseCommand.ResolveFault(ID, c.by(), c.outcome(), c.solvedBy(), c.solver(), c.summary(), stated);
            case CaseCommand.SuspendCase c -> new CaseCommand.SuspendCase(ID, c.reason(), c.until(), stated);
            case CaseCommand.ResumeCase c -> new CaseCommand.ResumeCase(ID, c.suspensionId(), stated);
            case CaseCommand.Notice c -> throw new IllegalArgumentException("says itself when it happened");
            case CaseCommand.ClockDue c -> throw new IllegalArgumentException("a timer states no time");
        };
    }

    /** A moment of the story, counted from its dispatch. */
    static Instant after(String duration) {
        return DISPATCHED.plus(Duration.parse(duration));
    }

    /** The id of an event that another service published. */
    static UUID heard(int n) {
        return new UUID(0x0190_0000_0000_7000L, 0x9000_0000_0000_0000L + n);
    }

    /** How the latest run of a clock stands, and with what margin: {@code MET 1 +600}, {@code WITHDRAWN 2 resolved}. */
    static String standing(History<CaseState, CaseEvent> history, String clock) {
        return history.clocks().latest(clock).map(Stories::standing).orElse("not started");
    }

    /** How a run of a clock stands. */
    static String standing(History<CaseState, CaseEvent> history, String clock, int round) {
        return history.clocks().clock(clock, round).map(Stories::standing).orElse("not started");
    }

    private static String standing(Clocks.ClockRound clock) {
        ClockEvent.ClockVerdict verdict = clock.verdict();
        String margin = verdict.marginSeconds() == null ? "" : " %+d".formatted(verdict.marginSeconds());
        String reason = verdict.reason() == null ? "" : " " + verdict.reason();
        return verdict.status() + " " + clock.round() + margin + reason;
    }

    /** The moment the latest run of a clock is due. */
    static Instant dueAt(History<CaseState, CaseEvent> history, String clock) {
        return history.clocks().latest(clock).orElseThrow().dueAt();
    }

    static CaseFile file(History<CaseState, CaseEvent> history) {
        return ((CaseState.Known) history.phase()).file();
    }

    /** What a command said of clocks, without what it recorded besides. */
    static List<String> ofClocks(List<CaseEvent> events) {
        return events.stream()
                .filter(CaseEvent.OnClock.class::isInstance)
                .map(event -> ((CaseEvent.OnClock) event).clock())
                .map(clock -> clock.getClass().getSimpleName() + " " + clock.clock() + " " + clock.round())
                .toList();
    }

    /** What a command recorded besides clocks. */
    static List<CaseEvent> facts(List<CaseEvent> events) {
        return events.stream()
                .filter(event -> !(event instanceof CaseEvent.OnClock))
                .toList();
    }
}
