package io.minutebook.intake.domain.cases;

import io.minutebook.intake.domain.Channel;
import io.minutebook.intake.domain.cases.Registration.Customer;
import io.minutebook.intake.domain.cases.Registration.Product;
import io.minutebook.kernel.CaseRef;
import io.minutebook.testing.Scenario;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the stories of a case are made of: one case on one call, and the times around its start. */
final class Stories {
    static final Instant START = Scenario.START;
    static final String CALL = "01900000-0000-7000-8000-00000000ca11";
    static final String CASE = "01900000-0000-7000-8000-00000000ca5e";
    static final String PROMISE = "01900000-0000-7000-8000-000000000001";
    static final String NUMBER =
            CaseNumber.of(START, java.time.ZoneId.of("Asia/Shanghai"), 42).text();

    static final CaseRef REF = new CaseRef(CASE, NUMBER, "shanghai", 1);
    static final CaseRef AGAIN = REF.inCycle(2);

    private Stories() {}

    static Instant after(long seconds) {
        return START.plusSeconds(seconds);
    }

    static Scenario<CaseCommand, CaseState, CaseEvent> aCase() {
        return Scenario.of(new Case(), CaseClock.values());
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
        return new CaseCommand.RegisterCase(CASE, NUMBER, "li", registration(type), null);
    }

    static CaseCommand conclude(Outcome outcome) {
        return conclude(outcome, null);
    }

    static CaseCommand conclude(Outcome outcome, @Nullable Instant at) {
        return new CaseCommand.ConcludePreprocessing(CASE, outcome, List.of("checked the cable"), List.of(), null, at);
    }

    static CaseCommand dispatch(String engineer) {
        return new CaseCommand.DispatchFault(CASE, "north", engineer, null);
    }

    static CaseCommand order() {
        return new CaseCommand.PlaceVendorOrder(CASE, "Acme", "A-1", null);
    }

    static CaseCommand promise(Instant dueAt) {
        return new CaseCommand.MakePromise(CASE, PROMISE, "we call back", dueAt, null);
    }

    static CaseCommand keep() {
        return new CaseCommand.KeepPromise(CASE, PROMISE, null, null);
    }

    static CaseCommand changeOwner() {
        return new CaseCommand.ChangeOwner(CASE, "zhao", "on leave", null);
    }

    static CaseCommand resolved(int cycle) {
        return new CaseCommand.NoteResolved(CASE, cycle, "L2", after(3_600));
    }

    static CaseCommand reopen(int cycle) {
        return new CaseCommand.Reopen(CASE, cycle, "still dark", after(7_200));
    }

    static CaseCommand cleared() {
        return new CaseCommand.NoteCleared(CASE, after(9_000));
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
