package io.minutebook.followup.domain.cases;

import io.minutebook.kernel.CaseRef;
import io.minutebook.kernel.ClockEvent;
import io.minutebook.kernel.Clocks;
import io.minutebook.testing.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The words the stories of a case in Shanghai are told in. Minutes are counted from ten o'clock on 3 March 2026. */
final class Story {
    static final Instant TEN = Instant.parse("2026-03-03T02:00:00Z");
    static final String CASE = "0190d0c0-0000-7000-8000-000000000001";
    static final UUID REGISTERED = UUID.fromString("0190d0c0-0000-7000-8000-0000000000a1");
    static final UUID PLANNED = UUID.fromString("0190d0c0-0000-7000-8000-0000000000b1");
    static final UUID RESOLVED = UUID.fromString("0190d0c0-0000-7000-8000-0000000000c1");
    static final UUID SURVEY = UUID.fromString("0190d0c0-0000-7000-8000-0000000000d1");
    static final String TOKEN = "Q2hpbmVzZSBOZXcgWWVhcg";
    static final CaseCommand.Invitation INVITATION = new CaseCommand.Invitation(SURVEY, TOKEN);
    static final CaseRef REF = new CaseRef(CASE, "SH-20260303-0001", "shanghai", 1);

    private Story() {}

    static Scenario<CaseCommand, CaseState, CaseEvent> unknownCase() {
        return Scenario.of(new Case(), CaseClock.values()).at(TEN);
    }

    static Scenario<CaseCommand, CaseState, CaseEvent> openCase() {
        return openCase(CaseType.FAULT);
    }

    static Scenario<CaseCommand, CaseState, CaseEvent> openCase(CaseType type) {
        return unknownCase().when(open(type));
    }

    static Scenario<CaseCommand, CaseState, CaseEvent> resolvedCase() {
        return openCase().when(resolve(0));
    }

    static Scenario<CaseCommand, CaseState, CaseEvent> restoredCase() {
        return resolvedCase().at(minute(10)).when(call(true, true));
    }

    static Scenario<CaseCommand, CaseState, CaseEvent> clearedCase() {
        return restoredCase().at(minute(12)).when(clear());
    }

    static Instant minute(long n) {
        return TEN.plus(Duration.ofMinutes(n));
    }

    static CaseCommand open(CaseType type) {
        Customer customer = new Customer("王女士", "13800000000", "wang@example.com", null);
        return new CaseCommand.OpenCase(REF, "PHONE", type, null, customer, REGISTERED, minute(-60));
    }

    static CaseCommand plan(long minute) {
        return new CaseCommand.NotePlan(CASE, PLANNED, 1, minute(minute));
    }

    static CaseCommand resolve(long minute) {
        return resolve(RESOLVED, 1, minute(minute));
    }

    static CaseCommand resolve(UUID event, int cycle, Instant at) {
        return new CaseCommand.NoteResolution(CASE, event, "L1", cycle, at);
    }

    static CaseCommand call(boolean reached, @Nullable Boolean restored) {
        return new CaseCommand.CallBackCustomer(CASE, reached, restored, null, null);
    }

    static CaseCommand callAt(long minute, @Nullable Boolean restored) {
        return new CaseCommand.CallBackCustomer(CASE, true, restored, null, minute(minute));
    }

    static CaseCommand clear() {
        return new CaseCommand.ClearFault(CASE, null, null);
    }

    static CaseCommand clearAt(long minute) {
        return new CaseCommand.ClearFault(CASE, null, minute(minute));
    }

    static CaseCommand due(String clock, int round) {
        return new CaseCommand.ClockDue(CASE, clock, round, INVITATION);
    }

    static CaseCommand surveySent() {
        return new CaseCommand.NoteSurveySent(CASE, SURVEY, "email", "wang@example.com");
    }

    static CaseCommand answer(String token) {
        return new CaseCommand.AnswerSurvey(CASE, token, 5, 9, "很好");
    }

    static CaseEvent called(long minute, @Nullable Boolean restored) {
        return new CaseEvent.CustomerCalledBack(minute(minute), REF, true, restored, null);
    }

    static CaseEvent confirmed(long minute) {
        return new CaseEvent.RestorationConfirmed(minute(minute), REF, null);
    }

    static CaseEvent denied(long minute) {
        return new CaseEvent.RestorationDenied(minute(minute), REF, null);
    }

    static CaseEvent cleared(@Nullable String tier, long minute) {
        return new CaseEvent.FaultCleared(minute(minute), REF, tier, null);
    }

    static CaseEvent started(String clock, UUID by, long minute, long due) {
        Instant warn = minute(minute)
                .plus(Duration.ofMinutes(due - minute).multipliedBy(4).dividedBy(5));
        return new CaseEvent.OnClock(
                new ClockEvent.ClockStarted(clock, 1, minute(minute), by, null, warn, minute(due), "standard/1"));
    }

    static CaseEvent met(String clock, long minute, long due, UUID... restsOn) {
        return new CaseEvent.OnClock(new ClockEvent.ClockMet(clock, 1, minute(minute), minute(due), List.of(restsOn)));
    }

    static CaseEvent breached(String clock, long due, UUID... restsOn) {
        return new CaseEvent.OnClock(
                new ClockEvent.ClockBreached(clock, 1, minute(due), minute(due), List.of(restsOn)));
    }

    static CaseEvent completed(String clock, int round, long minute, long due, UUID... restsOn) {
        return new CaseEvent.OnClock(new ClockEvent.ClockCorrected(
                clock,
                round,
                minute(minute),
                Clocks.Status.BREACHED,
                Clocks.Status.BREACHED,
                ClockEvent.Because.COMPLETED,
                minute(due),
                (due - minute) * 60,
                List.of(restsOn)));
    }

    static CaseEvent withdrawn(String clock, long minute, String reason, UUID... restsOn) {
        return new CaseEvent.OnClock(new ClockEvent.ClockWithdrawn(clock, 1, minute(minute), reason, List.of(restsOn)));
    }
}
