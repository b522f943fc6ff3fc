package io.minutebook.intake.domain.cases;

import io.minutebook.intake.domain.Channel;
import io.minutebook.intake.domain.Verdicts;
import io.minutebook.intake.domain.cases.Registration.Customer;
import io.minutebook.intake.domain.cases.Registration.Product;
import io.minutebook.kernel.CaseRef;
import io.minutebook.kernel.ClockEvent;
import io.minutebook.kernel.History;
import io.minutebook.kernel.Stated;
import io.minutebook.testing.Scenario;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the stories of a case are made of: one case on one call, and the times around its start. */
final class Stories {
    static final Instant START = Scenario.START;
    static final String CALL = "01900000-0000-7000-8000-00000000ca11";
    static final String CASE = "01900000-0000-7000-8000-00000000ca5e";
    static final String PROMISE = "01900000-0000-7000-8000-000000000001";
    static final String ORDER = "01900000-0000-7000-8000-000000000002";
    static final VendorAnswer PLAN = new VendorAnswer("a new board", null, null, null);
    static final VendorAnswer NO_PLAN = new VendorAnswer(null, null, "no board in stock", "order one");
    static final String NUMBER =
            CaseNumber.of(START, java.time.ZoneId.of("Asia/Shanghai"), 42).text();

    static final CaseRef REF = new CaseRef(CASE, NUMBER, "shanghai", 1);
    static final CaseRef AGAIN = REF.inCycle(2);

    static final Stated NOW = Stated.now();

    private Stories() {}

    static Instant after(long seconds) {
        return START.plusSeconds(seconds);
    }

    /** Entered from paper, with something to show for it. */
    static Stated shown(long seconds) {
        return new Stated(after(seconds), List.of("recording 7"));
    }

    static Scenario<CaseCommand, History<CaseState, CaseEvent>, CaseEvent> aCase() {
        return Scenario.of(new Case(), CaseClock.values());
    }

    /** How the runs of the clock of this name stand at the end of a story. */
    static String verdict(String clock, Scenario<CaseCommand, History<CaseState, CaseEvent>, CaseEvent> story) {
        return String.join(", ", Verdicts.of(clock, story.state().clocks()));
    }

    /** What the clocks did in the last step. */
    static List<ClockEvent> clockEvents(List<CaseEvent> events) {
        return events.stream()
                .filter(CaseEvent.OnClock.class::isInstance)
                .map(event -> ((CaseEvent.OnClock) event).clock())
                .toList();
    }

    static Registration registration(CaseType type) {
        return new Registration(
                CALL,
                Channel.PHONE,
                "shanghai",
                type,
                Priority.NORMAL,
                new Customer("王芳", "13800000000", null, "zh"),
                new Product("X1", "SN-1"),
                "no picture",
                null,
                null,
                List.of("restarted it"));
    }

    static CaseCommand register(CaseType type) {
        return register(type, NOW);
    }

    static CaseCommand register(CaseType type, Stated stated) {
        return new CaseCommand.RegisterCase(CASE, NUMBER, "li", registration(type), stated);
    }

    static CaseCommand conclude(Outcome outcome) {
        return conclude(outcome, NOW);
    }

    static CaseCommand conclude(Outcome outcome, Stated stated) {
        return new CaseCommand.ConcludePreprocessing(
                CASE, outcome, List.of("checked the cable"), List.of(), null, stated);
    }

    static CaseCommand dispatch(String engineer) {
        return dispatch(engineer, NOW);
    }

    static CaseCommand dispatch(String engineer, Stated stated) {
        return new CaseCommand.DispatchFault(CASE, "north", engineer, null, null, stated);
    }

    static CaseCommand dispatch(String engineer, HandOver mode, Stated stated) {
        return new CaseCommand.DispatchFault(CASE, "north", engineer, mode, "too much for one", stated);
    }

    static CaseCommand order() {
        return order(NOW);
    }

    static CaseCommand order(Stated stated) {
        return new CaseCommand.PlaceVendorOrder(CASE, ORDER, "Acme", "A-1", null, null, stated);
    }

    static CaseCommand order(HandOver mode, Stated stated) {
        return new CaseCommand.PlaceVendorOrder(CASE, ORDER, "Acme", "A-1", mode, "the board is theirs", stated);
    }

    static CaseCommand reply(VendorAnswer answer, Stated stated) {
        return new CaseCommand.RecordVendorReply(CASE, ORDER, answer, stated);
    }

    static CaseCommand promise(Instant dueAt) {
        return promise(dueAt, NOW);
    }

    static CaseCommand promise(Instant dueAt, Stated stated) {
        return new CaseCommand.MakePromise(CASE, PROMISE, "we call back", dueAt, stated);
    }

    static CaseCommand keep() {
        return keep(NOW);
    }

    static CaseCommand keep(Stated stated) {
        return new CaseCommand.KeepPromise(CASE, PROMISE, null, stated);
    }

    static CaseCommand changeOwner() {
        return new CaseCommand.ChangeOwner(CASE, "zhao", "on leave", NOW);
    }

    static CaseCommand escalated(long at) {
        return new CaseCommand.NoteEscalated(CASE, 1, after(at), heard(40));
    }

    static CaseCommand resolved(int cycle) {
        return resolved(cycle, 3_600);
    }

    static CaseCommand resolved(int cycle, long at) {
        return new CaseCommand.NoteResolved(CASE, cycle, "L2", after(at), heard(10 + cycle));
    }

    static CaseCommand reopen(int cycle) {
        return reopen(cycle, 7_200);
    }

    static CaseCommand reopen(int cycle, long at) {
        return new CaseCommand.Reopen(CASE, cycle, "still dark", after(at), heard(20 + cycle));
    }

    static CaseCommand cleared() {
        return cleared(9_000);
    }

    static CaseCommand cleared(long at) {
        return new CaseCommand.NoteCleared(CASE, after(at), heard(30));
    }

    /** The id of an event that another service published. */
    static UUID heard(int n) {
        return new UUID(0x0190_0000_0000_7000L, 0x9000_0000_0000_0000L + n);
    }

    static CaseCommand due(String clock, int round) {
        return new CaseCommand.ClockDue(CASE, clock, round);
    }

    static CaseCommand history(HistoryRow... rows) {
        return new CaseCommand.ImportHistory(CASE, "helpdesk:Case 1", "helpdesk", "Case 1", List.of(rows));
    }

    static HistoryRow row(int rank, String fingerprint, int copy) {
        return new HistoryRow(
                "Take in charge",
                START,
                rank,
                rank + 2,
                copy,
                fingerprint,
                "Value 1",
                null,
                null,
                null,
                null,
                null,
                null,
                Map.of("seriousness", "1"));
    }
}
