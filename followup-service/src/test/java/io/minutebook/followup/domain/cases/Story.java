package io.minutebook.followup.domain.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.kernel.CaseRef;
import io.minutebook.kernel.ClockEvent;
import io.minutebook.kernel.Clocks;
import io.minutebook.kernel.History;
import io.minutebook.kernel.Stated;
import io.minutebook.testing.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The words the stories of a case in Shanghai are told in. Minutes are counted from ten o'clock on 3 March 2026. What was recorded is told in
 * lines such as {@code callback MET 5 due 20 margin 900 [plan, #4]}: the plan and the story's fourth event are what the verdict rests on.
 */
final class Story {
    static final Instant TEN = Instant.parse("2026-03-03T02:00:00Z");
    static final String CASE = "0190d0c0-0000-7000-8000-000000000001";
    static final UUID REGISTERED = UUID.fromString("0190d0c0-0000-7000-8000-0000000000a1");
    static final UUID PLANNED = UUID.fromString("0190d0c0-0000-7000-8000-0000000000b1");
    static final UUID RESOLVED = UUID.fromString("0190d0c0-0000-7000-8000-0000000000c1");
    static final UUID RESOLVED_AGAIN = UUID.fromString("0190d0c0-0000-7000-8000-0000000000c2");
    static final UUID SURVEY = UUID.fromString("0190d0c0-0000-7000-8000-0000000000d1");
    static final String TOKEN = "Q2hpbmVzZSBOZXcgWWVhcg";
    static final CaseCommand.Invitation INVITATION = new CaseCommand.Invitation(SURVEY, TOKEN);
    static final CaseRef REF = new CaseRef(CASE, "SH-20260303-0001", "shanghai", 1);
    static final Duration VALID_FOR = Duration.ofDays(30);
    private static final List<String> EVIDENCE = List.of("call 7");

    private Story() {}

    static Scenario<CaseCommand, History<CaseState, CaseEvent>, CaseEvent> unknownCase() {
        return Scenario.of(new Case(), CaseClock.values()).at(TEN);
    }

    static Scenario<CaseCommand, History<CaseState, CaseEvent>, CaseEvent> openCase() {
        return openCase(CaseType.FAULT);
    }

    static Scenario<CaseCommand, History<CaseState, CaseEvent>, CaseEvent> openCase(CaseType type) {
        return unknownCase().when(open(type));
    }

    static Scenario<CaseCommand, History<CaseState, CaseEvent>, CaseEvent> resolvedCase() {
        return openCase().when(resolve(0));
    }

    static Scenario<CaseCommand, History<CaseState, CaseEvent>, CaseEvent> restoredCase() {
        return resolvedCase().at(minute(10)).when(call(true, true));
    }

    static Scenario<CaseCommand, History<CaseState, CaseEvent>, CaseEvent> clearedCase() {
        return restoredCase().at(minute(12)).when(clear());
    }

    static Instant minute(long n) {
        return TEN.plus(Duration.ofMinutes(n));
    }

    static CaseCommand open(CaseType type) {
        return open(type, minute(-60));
    }

    static CaseCommand open(CaseType type, Instant at) {
        Customer customer = new Customer("王女士", "13800000000", "wang@example.com", null);
        return new CaseCommand.OpenCase(REF, "PHONE", type, null, customer, REGISTERED, at);
    }

    static CaseCommand plan(long minute) {
        return new CaseCommand.NotePlan(CASE, PLANNED, false, minute(minute));
    }

    static CaseCommand resolve(long minute) {
        return resolve(RESOLVED, minute);
    }

    static CaseCommand resolve(UUID event, long minute) {
        return new CaseCommand.NoteResolution(CASE, event, "L1", "li", false, minute(minute));
    }

    static CaseCommand call(boolean reached, @Nullable Boolean restored) {
        return new CaseCommand.CallBackCustomer(CASE, "anna", CallbackWay.CALL, reached, restored, null, Stated.now());
    }

    /** A call that reached the customer and is entered late, with nothing to show for it. */
    static CaseCommand callAt(long minute, @Nullable Boolean restored) {
        return new CaseCommand.CallBackCustomer(
                CASE, "anna", CallbackWay.CALL, true, restored, null, Stated.at(minute(minute)));
    }

    /** The same with evidence. */
    static CaseCommand callShown(long minute, @Nullable Boolean restored) {
        return new CaseCommand.CallBackCustomer(
                CASE, "anna", CallbackWay.CALL, true, restored, null, new Stated(minute(minute), EVIDENCE));
    }

    static CaseCommand clear() {
        return new CaseCommand.ClearFault(CASE, "anna", null, Stated.now());
    }

    static CaseCommand clearAt(long minute) {
        return new CaseCommand.ClearFault(CASE, "anna", null, Stated.at(minute(minute)));
    }

    static CaseCommand clearShown(long minute) {
        return new CaseCommand.ClearFault(CASE, "anna", null, new Stated(minute(minute), EVIDENCE));
    }

    static CaseCommand due(String clock, int round) {
        return new CaseCommand.ClockDue(CASE, clock, round, INVITATION);
    }

    static CaseCommand surveySent() {
        return new CaseCommand.NoteSurveySent(CASE, SURVEY, SurveyMeans.EMAIL, "wang@example.com", "<7@example.com>");
    }

    static CaseCommand surveyRefused(SurveyMeans means) {
        return new CaseCommand.NoteSurveyRefused(CASE, SURVEY, means, "address-refused");
    }

    static CaseCommand surveyTask() {
        return new CaseCommand.OpenSurveyTask(CASE, SURVEY);
    }

    static CaseCommand handOver(Contact contact, @Nullable Integer score) {
        return new CaseCommand.HandOverSurvey(CASE, SURVEY, contact, score);
    }

    static CaseCommand showLink() {
        return new CaseCommand.ShowSurveyLink(CASE, SURVEY);
    }

    static CaseCommand answer(String token) {
        return new CaseCommand.AnswerSurvey(CASE, token, 5, 9, "很好", VALID_FOR);
    }

    static CaseState.Known known(History<CaseState, CaseEvent> history) {
        return CaseState.known(history.phase());
    }

    /** The last command recorded these lines, in this order. */
    static Consumer<List<CaseEvent>> told(String... lines) {
        return events -> assertThat(events).extracting(Story::told).containsExactly(lines);
    }

    /** The last command recorded these lines, among others. */
    static Consumer<List<CaseEvent>> toldAmongOthers(String... lines) {
        return events -> assertThat(events).extracting(Story::told).contains(lines);
    }

    /** All clocks stand like this, as one line each, those started first first. */
    static Consumer<History<CaseState, CaseEvent>> clocks(String... lines) {
        return history -> assertThat(history.clocks().inOrder())
                .extracting(clock -> clock.name() + " " + told(clock.verdict()))
                .containsExactlyInAnyOrder(lines);
    }

    static String told(CaseEvent event) {
        String name = event.getClass().getSimpleName() + " " + at(event.at());
        return switch (event) {
            case CaseEvent.CustomerCalledBack e ->
                name + (e.reached() ? "" : " unreached") + (e.restored() == null ? "" : e.restored() ? " yes" : " no");
            case CaseEvent.RestorationConfirmed e -> name + " cycle " + e.ref().cycle();
            case CaseEvent.RestorationDenied e -> name + " cycle " + e.ref().cycle();
            case CaseEvent.FaultCleared e -> name + " cycle " + e.ref().cycle() + " " + e.tier();
            case CaseEvent.SurveySent e -> name + " " + e.means();
            case CaseEvent.SurveyDeliveryFailed e -> name + " " + e.means() + " " + e.reason();
            case CaseEvent.SurveyAnswered e -> name + " cycle " + e.ref().cycle();
            case CaseEvent.OnClock e -> told(e.clock());
            default -> name;
        };
    }

    private static String told(ClockEvent event) {
        String name = event.clock() + " ";
        return name
                + switch (event) {
                    case ClockEvent.ClockStarted e ->
                        "started " + at(e.at()) + " due " + at(e.window().dueAt());
                    case ClockEvent.ClockWarned e -> "warned " + at(e.at());
                    case ClockEvent.ClockPaused e -> "paused " + at(e.at());
                    case ClockEvent.ClockResumed e -> "resumed " + at(e.at());
                    case ClockEvent.ClockWithdrawn e ->
                        "WITHDRAWN " + at(e.at()) + " " + e.reason() + " " + ids(e.restsOn());
                    case ClockEvent.ClockMet e ->
                        "MET " + at(e.at()) + " margin " + e.marginSeconds() + " " + ids(e.restsOn());
                    case ClockEvent.ClockBreached e ->
                        "BREACHED " + at(e.at())
                                + (e.marginSeconds() == null ? "" : " margin " + e.marginSeconds())
                                + " " + ids(e.restsOn());
                    case ClockEvent.ClockCorrected e ->
                        "was " + told(e.was()) + ", is " + told(e.now()) + ", " + e.because();
                };
    }

    private static String told(ClockEvent.ClockVerdict verdict) {
        return verdict.status()
                + (verdict.status() == Clocks.Status.RUNNING ? "" : " " + at(verdict.at()))
                + (verdict.marginSeconds() == null ? "" : " margin " + verdict.marginSeconds())
                + (verdict.reason() == null ? "" : " " + verdict.reason())
                + " " + ids(verdict.restsOn());
    }

    /** In minutes from ten o'clock, with seconds where there are any. */
    private static String at(@Nullable Instant at) {
        if (at == null) {
            return "-";
        }
        long seconds = Duration.between(TEN, at).toSeconds();
        return seconds % 60 == 0 ? String.valueOf(seconds / 60) : seconds / 60 + ":" + Math.abs(seconds % 60);
    }

    private static List<String> ids(List<UUID> ids) {
        return ids.stream().map(Story::id).toList();
    }

    private static String id(UUID id) {
        if (id.equals(PLANNED)) {
            return "plan";
        }
        if (id.equals(RESOLVED)) {
            return "resolution";
        }
        return id.equals(RESOLVED_AGAIN) ? "second resolution" : "#" + (id.getLeastSignificantBits() & 0xFFFF);
    }
}
