package io.minutebook.followup.domain.cases;

import static io.minutebook.followup.domain.cases.Story.PLANNED;
import static io.minutebook.followup.domain.cases.Story.REF;
import static io.minutebook.followup.domain.cases.Story.REGISTERED;
import static io.minutebook.followup.domain.cases.Story.RESOLVED;
import static io.minutebook.followup.domain.cases.Story.RESOLVED_AGAIN;
import static io.minutebook.followup.domain.cases.Story.SURVEY;
import static io.minutebook.followup.domain.cases.Story.TOKEN;
import static io.minutebook.followup.domain.cases.Story.minute;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.kernel.ClockEvent;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every clock and every event: only what the table of clocks names meets a clock, and only what it names withdraws it. */
class OnlyItsActMeetsAClockTest {
    private static final Instant AT = minute(5);
    private static final NextAttempt NEXT = new NextAttempt(minute(125), minute(245));

    private static final Map<String, CaseEvent> EVENTS = events();

    private static final Map<CaseClock, List<CaseEvent>> STARTS = Map.of(
            CaseClock.CALLBACK, List.of(event("PlanNoted")),
            CaseClock.CLEARANCE, List.of(event("ResolutionNoted"), event("RestorationConfirmed")),
            CaseClock.CALLBACK_RETRY, List.of(event("CustomerCalledBack unreached")),
            CaseClock.SURVEY, List.of(event("ResolutionNoted")));

    private static final Map<CaseClock, List<String>> MET_BY = Map.of(
            CaseClock.CALLBACK, List.of("CustomerCalledBack", "CustomerCalledBack yes"),
            CaseClock.CLEARANCE, List.of("FaultCleared"),
            CaseClock.CALLBACK_RETRY,
                    List.of("CustomerCalledBack", "CustomerCalledBack yes", "CustomerCalledBack unreached"),
            CaseClock.SURVEY, List.of("SurveySent"));

    private static final Map<CaseClock, Map<String, String>> WITHDRAWN_BY = Map.of(
            CaseClock.CALLBACK,
                    Map.of(
                            "ResolutionNoted", "resolved",
                            "CustomerCalledBack unreached", "customer-unreached",
                            "RestorationDenied", "reopened",
                            "FaultCleared", "cleared"),
            CaseClock.CLEARANCE,
                    Map.of("RestorationDenied", "reopened", "CustomerCalledBack unreached", "customer-unreached"),
            CaseClock.CALLBACK_RETRY, Map.of("ResolutionNoted", "resolved", "FaultCleared", "cleared"),
            CaseClock.SURVEY, Map.of("RestorationDenied", "reopened"));

    @ParameterizedTest
    @EnumSource
    void nothing_else_meets_it(CaseClock clock) {
        for (CaseEvent start : row(STARTS, clock)) {
            assertThat(EVENTS.keySet().stream()
                            .filter(name -> clock.metBy(start, event(name), false))
                            .toList())
                    .containsExactlyInAnyOrderElementsOf(row(MET_BY, clock));
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothing_else_withdraws_it(CaseClock clock) {
        CaseEvent start = row(STARTS, clock).getFirst();
        assertThat(EVENTS.keySet().stream()
                        .filter(name -> clock.withdrawnBy(start, event(name)) != null)
                        .collect(Collectors.toMap(
                                name -> name, name -> String.valueOf(clock.withdrawnBy(start, event(name))))))
                .isEqualTo(row(WITHDRAWN_BY, clock));
    }

    @ParameterizedTest
    @EnumSource
    void nothing_else_starts_it(CaseClock clock) {
        assertThat(EVENTS.values().stream()
                        .filter(event -> clock.startsWith(event, clock.startsOn()))
                        .distinct()
                        .toList())
                .containsAll(row(STARTS, clock))
                .allMatch(event -> row(STARTS, clock).stream()
                        .anyMatch(start -> start.getClass().equals(event.getClass())));
    }

    @Test
    void no_clock_and_no_event_is_missing() {
        assertThat(STARTS.keySet()).containsExactlyInAnyOrder(CaseClock.values());
        assertThat(EVENTS.values().stream().map(Object::getClass).collect(Collectors.toSet()))
                .isEqualTo(
                        Arrays.stream(CaseEvent.class.getPermittedSubclasses()).collect(Collectors.toSet()));
    }

    private static Map<String, CaseEvent> events() {
        Customer customer = new Customer("王女士", "13800000000", null, null);
        Map<String, CaseEvent> events = new LinkedHashMap<>();
        events.put(
                "CaseOpened", new CaseEvent.CaseOpened(AT, REF, "PHONE", CaseType.FAULT, null, customer, REGISTERED));
        events.put("PlanNoted", new CaseEvent.PlanNoted(AT, REF, PLANNED, true));
        events.put(
                "ResolutionNoted", new CaseEvent.ResolutionNoted(AT, REF, RESOLVED, "L1", "li", false, CaseType.FAULT));
        events.put(
                "CustomerCalledBack",
                new CaseEvent.CustomerCalledBack(AT, REF, "anna", CallbackWay.CALL, true, null, null, null));
        events.put(
                "CustomerCalledBack yes",
                new CaseEvent.CustomerCalledBack(AT, REF, "anna", CallbackWay.CALL, true, true, null, null));
        events.put(
                "CustomerCalledBack unreached",
                new CaseEvent.CustomerCalledBack(AT, REF, "anna", CallbackWay.CALL, false, null, null, NEXT));
        events.put(
                "RestorationConfirmed",
                new CaseEvent.RestorationConfirmed(AT, REF, CallbackWay.CALL, CaseType.FAULT, null));
        events.put("RestorationDenied", new CaseEvent.RestorationDenied(AT, REF, null));
        events.put("FaultCleared", new CaseEvent.FaultCleared(AT, REF, "anna", "L1", null));
        events.put("SurveyPrepared", new CaseEvent.SurveyPrepared(AT, REF, SURVEY, TOKEN, "zh-CN", 1, RESOLVED));
        events.put(
                "SurveySent",
                new CaseEvent.SurveySent(AT, REF, SURVEY, RESOLVED, SurveyMeans.EMAIL, null, null, "zh-CN"));
        events.put(
                "SurveySent about another resolution",
                new CaseEvent.SurveySent(AT, REF, SURVEY, RESOLVED_AGAIN, SurveyMeans.EMAIL, null, null, "zh-CN"));
        events.put(
                "SurveyDeliveryFailed",
                new CaseEvent.SurveyDeliveryFailed(AT, REF, SURVEY, SurveyMeans.SMS, "address-refused"));
        events.put("SurveyTaskOpened", new CaseEvent.SurveyTaskOpened(AT, REF, SURVEY));
        events.put("SurveyLinkShown", new CaseEvent.SurveyLinkShown(AT, REF, SURVEY));
        events.put("SurveyAnswered", new CaseEvent.SurveyAnswered(AT, REF, SURVEY, 5, null, null));
        events.put(
                "OnClock", new CaseEvent.OnClock(new ClockEvent.ClockWarned(RESOLVED, "clearance", 1, AT, minute(9))));
        return events;
    }

    private static CaseEvent event(String name) {
        return row(EVENTS, name);
    }

    private static <K, V> V row(Map<K, V> table, K key) {
        return java.util.Objects.requireNonNull(table.get(key));
    }
}
