package io.minutebook.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minutebook.testing.TestTokens;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A case from registration to clearance, as its people and the other services live it. */
class FollowupServiceTest {
    private static final Followup FOLLOWUP = Followup.running();
    private static final OtherServices OTHERS = new OtherServices();
    private static final String AGENT = TestTokens.token("wang", "agent");
    private static final Duration SOON = Duration.ofSeconds(30);

    private final String caseId = UUID.randomUUID().toString();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @AfterAll
    static void hangUp() {
        OTHERS.close();
    }

    @Test
    void a_case_is_planned_told_solved_confirmed_and_cleared() {
        OTHERS.register(caseId, now.minusSeconds(600));
        OTHERS.plan(caseId, now.minusSeconds(300));
        awaitClock("callback", "running");
        assertThat(call("{\"reached\":true,\"note\":\"told the plan\"}").statusCode())
                .isEqualTo(204);
        OTHERS.resolve(caseId, "escalation", 1, Instant.now());
        awaitPhase("resolved");
        HttpResponse<String> early = clear("{}");
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(early.body()).contains("\"code\":\"restoration-not-confirmed\"");
        assertThat(call("{\"reached\":true,\"restored\":true}").statusCode()).isEqualTo(204);
        assertThat(clear("{\"note\":\"客户满意\"}").statusCode()).isEqualTo(204);

        JsonNode state = state();
        assertThat(state.path("phase").asString()).isEqualTo("cleared");
        assertThat(state.path("clearedAt").asString()).isNotEmpty();
        assertThat(clockStatus(state, "callback")).isEqualTo("met");
        assertThat(clockStatus(state, "clearance")).isEqualTo("met");
        assertThat(clockStatus(state, "survey")).isEqualTo("running");
        await().atMost(SOON).until(() -> OTHERS.published(caseId).contains("FaultCleared"));
        assertThat(OTHERS.published(caseId))
                .containsSubsequence(List.of(
                        "ClockStarted", "CustomerCalledBack", "ClockMet", "RestorationConfirmed", "FaultCleared"))
                .doesNotContain("CaseOpened", "PlanNoted", "ResolutionNoted");
    }

    @Test
    void a_denied_restoration_reopens_the_case_and_the_second_cycle_is_cleared() {
        OTHERS.register(caseId, now.minusSeconds(600));
        OTHERS.resolve(caseId, "intake", 1, now.minusSeconds(60));
        awaitPhase("resolved");
        assertThat(call("{\"reached\":true,\"restored\":false}").statusCode()).isEqualTo(204);
        assertThat(state().path("phase").asString()).isEqualTo("open");
        OTHERS.resolve(caseId, "escalation", 2, Instant.now());
        awaitPhase("resolved");
        call("{\"reached\":true,\"restored\":true}");
        assertThat(clear("{}").statusCode()).isEqualTo(204);
        assertThat(state().path("cycle").asInt()).isEqualTo(2);
    }

    @Test
    void what_others_say_before_intake_does_waits_for_it() {
        OTHERS.plan(caseId, now.minusSeconds(30));
        OTHERS.resolve(caseId, "escalation", 1, now.minusSeconds(10));
        HttpResponse<String> refused = call("{\"reached\":true}");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        assertThat(refused.body()).contains("\"code\":\"case-not-known-yet\"");
        assertThat(FOLLOWUP.get("/api/followup/cases/" + caseId, AGENT).statusCode())
                .isEqualTo(404);
        OTHERS.register(caseId, now.minusSeconds(60));
        awaitPhase("resolved");
        assertThat(clockStatus(state(), "callback"))
                .as("the clearance call takes its place")
                .isEqualTo("withdrawn");
    }

    @Test
    void an_event_delivered_three_times_is_noted_once() {
        UUID planned = UUID.randomUUID();
        OTHERS.register(caseId, now.minusSeconds(60));
        for (int i = 0; i < 3; i++) {
            OTHERS.plan(caseId, planned, now.minusSeconds(30));
        }
        OTHERS.resolve(caseId, "escalation", 1, now);
        awaitPhase("resolved");
        assertThat(state().path("clocks")
                        .valueStream()
                        .filter(c -> c.path("clock").asString().equals("callback")))
                .hasSize(1);
    }

    @Test
    void a_clock_is_breached_once_its_limit_has_passed_with_nobody_acting() {
        OTHERS.register(caseId, now.minusSeconds(7_200));
        OTHERS.plan(caseId, now.minusSeconds(1_200 - 10));
        awaitClock("callback", "breached");
    }

    @Test
    void a_clock_long_past_when_we_hear_of_it_is_breached_at_its_limit_by_the_act_that_comes_next() {
        OTHERS.register(caseId, now.minusSeconds(7_200));
        OTHERS.plan(caseId, now.minusSeconds(3_600));
        awaitClock("callback", "running");
        assertThat(call("{\"reached\":true}").statusCode()).isEqualTo(204);
        assertThat(clockStatus(state(), "callback")).isEqualTo("breached");
    }

    @Test
    void the_same_request_under_one_key_is_one_call() {
        OTHERS.register(caseId, now.minusSeconds(60));
        awaitPhase("open");
        for (int i = 0; i < 2; i++) {
            assertThat(FOLLOWUP.post(
                                    path("/callbacks"), "{\"reached\":false}", AGENT, Map.of("Idempotency-Key", caseId))
                            .statusCode())
                    .isEqualTo(204);
        }
        HttpResponse<String> other =
                FOLLOWUP.post(path("/callbacks"), "{\"reached\":true}", AGENT, Map.of("Idempotency-Key", caseId));
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("\"code\":\"idempotency-key-reused\"");
        call("{\"reached\":true,\"restored\":true}");
        OTHERS.resolve(caseId, "escalation", 1, now.minusSeconds(30));
        await().atMost(SOON).until(() -> OTHERS.published(caseId).contains("RestorationConfirmed"));
        assertThat(OTHERS.published(caseId).stream().filter("CustomerCalledBack"::equals))
                .hasSize(2);
    }

    @Test
    void a_late_entry_is_taken_with_its_own_time() {
        OTHERS.register(caseId, now.minusSeconds(7_200));
        OTHERS.resolve(caseId, "intake", 1, now.minusSeconds(600));
        awaitPhase("resolved");
        Instant then = now.minusSeconds(300);
        assertThat(call("{\"reached\":true,\"restored\":true,\"occurredAt\":\"" + then + "\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(Instant.parse(state().path("restoredAt").asString())).isEqualTo(then);
    }

    @Test
    void a_breach_is_taken_back_with_evidence_only_be_it_one_text_or_several() {
        OTHERS.register(caseId, now.minusSeconds(7_200));
        OTHERS.plan(caseId, now.minusSeconds(1_800));
        await().atMost(SOON).until(() -> state().path("clocks").size() > 0);
        assertThat(call("{\"reached\":true}").statusCode()).isEqualTo(204);
        assertThat(clockStatus(state(), "callback")).isEqualTo("breached");
        String late = "{\"reached\":true,\"occurredAt\":\"" + now.minusSeconds(900) + "\"%s}";
        HttpResponse<String> bare = call(late.formatted(""));
        assertThat(bare.statusCode()).isEqualTo(409);
        assertThat(bare.body()).contains("\"code\":\"evidence-missing\"");
        assertThat(call(late.formatted(",\"evidence\":\"call 7\"")).statusCode())
                .isEqualTo(204);
        assertThat(clockStatus(state(), "callback")).isEqualTo("met");
        assertThat(call(late.formatted(",\"evidence\":[\"call 7\",\"note\"]")).statusCode())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "callbacks | {}                                                        | reached",
                "callbacks | {\"reached\":\"yes\"}                                     | reached",
                "callbacks | {\"reached\":true,\"restored\":1}                         | restored",
                "callbacks | {\"reached\":true,\"nonsense\":1}                         | nonsense",
                "callbacks | {\"reached\":true,\"note\":7}                             | note",
                "callbacks | {\"reached\":true,\"note\":\"a\\u0000b\"}                 | note",
                "callbacks | {\"reached\":true,\"occurredAt\":\"1999-12-31T23:59:59Z\"} | occurredAt",
                "callbacks | {\"reached\":true,\"occurredAt\":\"2999-01-01T00:00:00Z\"} | occurredAt",
                "callbacks | {\"reached\":true,\"occurredAt\":\"yesterday\"}           | occurredAt",
                "callbacks | {\"reached\":true,\"evidence\":[\"\"]}                  | evidence[0]",
                "callbacks | {\"reached\":true,\"evidence\":7}                         | evidence[0]",
                "callbacks | {\"reached\":true                                         | body",
                "callbacks | []                                                        | body",
                "clearance | {\"note\":[]}                                             | note",
                "clearance | {\"cleared\":true}                                        | cleared"
            })
    void bad_input_is_refused_with_the_field_named(String what, String body, String field) {
        HttpResponse<String> refused = FOLLOWUP.post(path("/" + what), body, AGENT);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).contains("\"field\":\"" + field + "\"");
    }

    @Test
    void what_is_no_id_is_not_found() {
        assertThat(FOLLOWUP.post("/api/followup/cases/0/callbacks", "{\"reached\":true}", AGENT)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void only_those_who_speak_with_the_customer_may_clear_and_only_at_their_site() {
        OTHERS.register(caseId, now.minusSeconds(60));
        awaitPhase("open");
        for (String role : List.of("engineer", "expert", "manager", "auditor", "analyst", "editor")) {
            assertThat(FOLLOWUP.post(path("/clearance"), "{}", TestTokens.token("li", role))
                            .statusCode())
                    .as(role)
                    .isEqualTo(403);
        }
        String elsewhere = TestTokens.token("zhou", Map.of("agent", List.of("beijing")));
        assertThat(FOLLOWUP.post(path("/callbacks"), "{\"reached\":true}", elsewhere)
                        .statusCode())
                .isEqualTo(403);
        assertThat(FOLLOWUP.get(path(""), elsewhere).statusCode()).isEqualTo(403);
        assertThat(FOLLOWUP.post(path("/clearance"), "{}", "").statusCode()).isEqualTo(401);
        assertThat(FOLLOWUP.get(path(""), "").statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> call(String body) {
        return FOLLOWUP.post(path("/callbacks"), body, AGENT);
    }

    private HttpResponse<String> clear(String body) {
        return FOLLOWUP.post(path("/clearance"), body, AGENT);
    }

    private String path(String more) {
        return "/api/followup/cases/" + caseId + more;
    }

    private JsonNode state() {
        return FOLLOWUP.getJson(path(""), AGENT);
    }

    private void awaitPhase(String phase) {
        await().atMost(SOON).until(() -> state().path("phase").asString("").equals(phase));
    }

    private void awaitClock(String clock, String status) {
        await().atMost(SOON).until(() -> clockStatus(state(), clock).equals(status));
    }

    private static String clockStatus(JsonNode state, String clock) {
        return state.path("clocks")
                .valueStream()
                .filter(c -> c.path("clock").asString().equals(clock))
                .reduce((first, second) -> second)
                .map(c -> c.path("status").asString())
                .orElse("none");
    }
}
