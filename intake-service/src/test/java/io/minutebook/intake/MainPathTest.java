package io.minutebook.intake;

import static io.minutebook.intake.Bodies.call;
import static io.minutebook.intake.Bodies.concluded;
import static io.minutebook.intake.Bodies.fault;
import static io.minutebook.intake.Bodies.map;
import static io.minutebook.intake.Bodies.with;
import static io.minutebook.intake.Running.get;
import static io.minutebook.intake.Running.post;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minutebook.contract.Topics;
import io.minutebook.intake.Running.Reply;
import io.minutebook.intake.domain.cases.CaseNumber;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class MainPathTest {
    private static final String CALLS = "/api/intake/calls";
    private static final String CASES = "/api/intake/cases";

    @Test
    void a_fault_goes_from_the_call_to_the_engineer() {
        String callId = post(CALLS, call()).text("callId");
        done(post(CALLS + "/" + callId + "/answer", map("agent", "li")));
        done(post(CALLS + "/" + callId + "/hold", map()));
        done(Running.post(CALLS + "/" + callId + "/retrieve", "", "Authorization", Running.bearer("agent")));
        Reply registered = post(CASES, with(fault(), "callId", callId));
        assertThat(registered.status()).as(registered.text()).isEqualTo(201);
        assertThat(CaseNumber.valid(registered.text("caseNumber"))).isTrue();
        String caseId = registered.text("caseId");
        done(post(CASES + "/" + caseId + "/preprocessing", concluded("DISPATCH")));
        done(post(CASES + "/" + caseId + "/dispatch", map("project", "north", "engineer", "wu")));
        await().atMost(10, SECONDS)
                .until(() -> get(CALLS + "/" + callId).json().path("caseIds").size() == 1);
        done(post(CALLS + "/" + callId + "/end", map("disposition", "completed")));

        assertThat(get(CASES + "/" + caseId).json().path("phase").asString()).isEqualTo("DISPATCHED");
        assertThat(get(CASES + "/" + caseId).json().path("owner").asString()).isEqualTo("li");
        List<Topic.Heard> ofCase = Topic.until(
                Topics.INTAKE_CASES,
                caseId,
                heard -> types(heard).stream().filter("ClockMet"::equals).count() == 2);
        assertThat(types(ofCase))
                .containsExactly(
                        "CaseRegistered",
                        "ClockStarted",
                        "PreprocessingConcluded",
                        "ClockMet",
                        "ClockStarted",
                        "FaultDispatched",
                        "ClockMet");
        Topic.Heard dispatched = ofCase.get(5);
        assertThat(dispatched.actor()).isEqualTo("agent");
        assertThat(dispatched.value().path("customerName").asString()).isEqualTo("王芳");
        assertThat(dispatched.value().path("steps").path(0).asString()).isEqualTo("checked the cable");
        assertThat(dispatched.value().path("caseNumber").asString()).isEqualTo(registered.text("caseNumber"));
        List<Topic.Heard> ofCall = Topic.until(
                Topics.INTAKE_CALLS,
                callId,
                heard -> types(heard).stream().filter("ClockMet"::equals).count() == 2);
        assertThat(types(ofCall))
                .containsExactly(
                        "CallReceived",
                        "ClockStarted",
                        "CallAnswered",
                        "ClockMet",
                        "CallHeld",
                        "ClockStarted",
                        "CallRetrieved",
                        "ClockPaused",
                        "CallLinked",
                        "CallEnded",
                        "ClockMet");
        assertThat(ofCase.getFirst().actor()).isEqualTo("agent");
        assertThat(ofCase.getFirst().causationId())
                .as("the call's latest event then")
                .isEqualTo(ofCall.get(6).id());
        assertThat(ofCall.get(8).causationId()).isEqualTo(ofCase.getFirst().id());
        assertThat(ofCall.get(9).value().path("caseNumber").asString()).isEqualTo(registered.text("caseNumber"));
    }

    @Test
    void a_denied_first_call_fix_goes_back_to_the_first_line_and_is_cleared_at_last() {
        String caseId = register();
        done(post(CASES + "/" + caseId + "/preprocessing", concluded("SOLVED")));
        List<Topic.Heard> heard = Topic.until(Topics.INTAKE_CASES, caseId, "ClockMet");
        assertThat(heard.get(3).value().path("tier").asString()).isEqualTo("L1");
        assertThat(post(CASES + "/" + caseId + "/dispatch", map("project", "north", "engineer", "wu"))
                        .code())
                .isEqualTo("case-resolved");

        Topic.say(Topics.FOLLOWUP_CASES, "RestorationDenied", caseId, about(caseId, map("note", "still dark")));
        phase(caseId, "REGISTERED");
        assertThat(get(CASES + "/" + caseId).json().path("cycle").asInt()).isEqualTo(2);
        assertThat(types(Topic.until(Topics.INTAKE_CASES, caseId, "CaseReopened")))
                .contains("CaseReopened");
        done(post(CASES + "/" + caseId + "/preprocessing", concluded("VENDOR")));
        done(post(CASES + "/" + caseId + "/vendor-order", map("vendor", "Acme")));
        assertThat(post(CASES + "/" + caseId + "/vendor-order", map("vendor", "Acme"))
                        .code())
                .isEqualTo("already-ordered");

        Topic.say(Topics.FOLLOWUP_CASES, "FaultCleared", caseId, about(caseId, map("cycle", 2)));
        phase(caseId, "CLOSED");
    }

    @Test
    void a_dispatched_fault_passes_to_a_vendor_who_answers() {
        String path = CASES + "/" + register();
        done(post(path + "/preprocessing", concluded("DISPATCH")));
        done(post(path + "/dispatch", map("project", "north", "engineer", "wu")));
        Map<String, Object> order = map("vendor", "Acme", "mode", "BESIDE");
        assertThat(post(path + "/vendor-order", order).code()).isEqualTo("reason-missing");
        done(post(path + "/vendor-order", with(order, "reason", "the board is theirs")));
        String orderId =
                get(path).json().path("assignments").path(1).path("orderId").asString();
        done(post(
                path + "/vendor-orders/" + orderId + "/replies", map("difficulty", "none left", "nextSteps", "order")));
        assertThat(post(path + "/vendor-orders/" + UUID.randomUUID() + "/replies", map("plan", "a new board"))
                        .status())
                .isEqualTo(404);
        List<Topic.Heard> heard =
                Topic.until(Topics.INTAKE_CASES, path.substring(path.lastIndexOf('/') + 1), "VendorReplied");
        assertThat(heard)
                .filteredOn(event -> event.type().equals("VendorOrderPlaced"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.value().path("mode").asString()).isEqualTo("BESIDE");
                    assertThat(event.value().path("orderId").asString()).isEqualTo(orderId);
                });
    }

    @Test
    void what_escalation_solved_may_be_dispatched_again_once_the_customer_denies_it() {
        String caseId = register();
        done(post(CASES + "/" + caseId + "/preprocessing", concluded("dispatch")));
        Map<String, Object> dispatch = map("project", "north", "engineer", "wu");
        done(post(CASES + "/" + caseId + "/dispatch", dispatch));
        assertThat(post(CASES + "/" + caseId + "/dispatch", dispatch).code()).isEqualTo("already-dispatched");
        Topic.say(
                Topics.ESCALATION_CASES,
                "Resolved",
                caseId,
                about(caseId, map("tier", "L1", "outcome", "FIXED", "solvedBy", "ENGINEER", "solver", "wu")));
        phase(caseId, "SOLVED");
        Topic.say(Topics.FOLLOWUP_CASES, "RestorationDenied", caseId, about(caseId, map()));
        phase(caseId, "DISPATCHED");
        done(post(CASES + "/" + caseId + "/dispatch", dispatch));
    }

    @Test
    void a_call_nobody_answers_in_time_breaches_by_the_timer() {
        String callId = post(
                        CALLS,
                        with(
                                call(),
                                "receivedAt",
                                Instant.now().minusSeconds(29).toString()))
                .text("callId");
        List<Topic.Heard> heard = Topic.until(Topics.INTAKE_CALLS, callId, "ClockBreached");
        assertThat(heard.getLast().actor()).isEqualTo("clock");
        assertThat(heard.getLast().causationId()).isEqualTo(heard.getFirst().id());
        done(post(CALLS + "/" + callId + "/end", map("disposition", "ABANDONED")));
        assertThat(get(CALLS + "/" + callId)
                        .json()
                        .path("clocks")
                        .path(0)
                        .path("status")
                        .asString())
                .isEqualTo("BREACHED");
    }

    @Test
    void what_is_entered_late_takes_back_a_breach_only_with_something_to_show_for_it() {
        String callId = post(
                        CALLS,
                        with(
                                call(),
                                "receivedAt",
                                Instant.now().minusSeconds(60).toString()))
                .text("callId");
        String answered = Instant.now().minusSeconds(50).toString();
        done(post(CALLS + "/" + callId + "/end", map("disposition", "ABANDONED")));
        Map<String, Object> answer = map("agent", "li", "occurredAt", answered);
        Reply refused = post(CALLS + "/" + callId + "/answer", answer);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("evidence-missing");
        done(post(CALLS + "/" + callId + "/answer", with(answer, "evidence", "recording 7")));
        Topic.Heard corrected =
                Topic.until(Topics.INTAKE_CALLS, callId, "ClockCorrected").getLast();
        assertThat(corrected.value().path("was").path("status").asString()).isEqualTo("BREACHED");
        assertThat(corrected.value().path("now").path("status").asString()).isEqualTo("MET");
        assertThat(corrected.value().path("evidence").path(0).asString()).isEqualTo("recording 7");
        assertThat(post(CALLS + "/" + callId + "/emotion", map("emotion", "CALM", "evidence", nulls()))
                        .status())
                .isEqualTo(400);
    }

    private static List<String> nulls() {
        List<String> nulls = new java.util.ArrayList<>();
        nulls.add(null);
        return nulls;
    }

    @Test
    void a_call_is_transferred_to_somebody_or_back_to_the_queue() {
        String callId = post(CALLS, call()).text("callId");
        done(post(CALLS + "/" + callId + "/answer", map("agent", "agent-01")));
        done(post(CALLS + "/" + callId + "/transfer", map("to", "agent-02")));
        assertThat(get(CALLS + "/" + callId).text("phase")).isEqualTo("WAITING");
        assertThat(get(CALLS + "/" + callId).text("agent")).isEqualTo("agent-01");
        assertThat(get(CALLS + "/" + callId).text("transferredTo")).isEqualTo("agent-02");
        done(post(CALLS + "/" + callId + "/transfer/taken", map("agent", "agent-02")));
        assertThat(get(CALLS + "/" + callId).text("agent")).isEqualTo("agent-02");
        assertThat(Topic.until(Topics.INTAKE_CALLS, callId, "CallTransferAnswered"))
                .filteredOn(heard -> heard.type().equals("CallTransferAnswered"))
                .singleElement()
                .satisfies(heard ->
                        assertThat(heard.value().path("agent").asString()).isEqualTo("agent-02"));
        done(Running.post(CALLS + "/" + callId + "/transfer", "", "Authorization", Running.bearer("agent")));
        assertThat(get(CALLS + "/" + callId).text("transferredTo")).isEqualTo("queue");
    }

    @Test
    void an_accepted_callback_becomes_a_promise_that_can_be_kept() {
        String callId = post(CALLS, call()).text("callId");
        done(post(CALLS + "/" + callId + "/answer", map("agent", "li")));
        done(post(CALLS + "/" + callId + "/hold", map("reason", "looking it up")));
        done(post(CALLS + "/" + callId + "/callback-offer", map("accepted", true)));
        String caseId = register();
        done(post(CALLS + "/" + callId + "/link", map("caseId", caseId)));
        await().atMost(10, SECONDS)
                .until(() -> get(CASES + "/" + caseId).json().path("promises").size() == 1);
        String promiseId = get(CASES + "/" + caseId)
                .json()
                .path("promises")
                .path(0)
                .path("promiseId")
                .asString();
        done(post(CASES + "/" + caseId + "/promises/" + promiseId + "/kept", map()));
        assertThat(types(Topic.until(Topics.INTAKE_CASES, caseId, "PromiseKept")))
                .contains("PromiseMade");
    }

    @Test
    void a_promise_is_made_by_whoever_speaks_with_the_customer() {
        String caseId = register();
        String path = CASES + "/" + caseId + "/promises";
        Reply made = post(
                "followup",
                path,
                map(
                        "text",
                        "news by noon",
                        "dueAt",
                        Instant.now().plusSeconds(60).toString()));
        assertThat(made.status()).isEqualTo(201);
        assertThat(post(path + "/" + UUID.randomUUID() + "/kept", map()).status())
                .isEqualTo(404);
        done(post(path + "/" + made.text("promiseId") + "/kept", map("note", "told")));
    }

    @Test
    void only_a_supervisor_hands_a_case_over() {
        String path = CASES + "/" + register() + "/owner";
        Map<String, Object> body = map("owner", "zhao", "reason", "on leave");
        assertThat(post(path, body).status()).isEqualTo(403);
        done(post("supervisor", path, body));
        assertThat(post("supervisor", path, body).code()).isEqualTo("owner-unchanged");
    }

    @Test
    void nobody_works_on_another_sites_cases() {
        String path = CASES + "/" + register();
        String json = JsonMapper.shared().writeValueAsString(concluded("SOLVED"));
        String elsewhere = Running.bearerAt("agent", "beijing");
        assertThat(Running.post(path + "/preprocessing", json, "Authorization", elsewhere)
                        .status())
                .isEqualTo(403);
        String fault = JsonMapper.shared().writeValueAsString(fault());
        assertThat(Running.post(CASES, fault, "Authorization", elsewhere).status())
                .isEqualTo(403);
    }

    @Test
    void the_same_request_under_one_key_is_answered_once() {
        String json = JsonMapper.shared().writeValueAsString(fault());
        String[] headers = {
            "Authorization",
            Running.bearer("agent"),
            "Idempotency-Key",
            UUID.randomUUID().toString()
        };
        Reply first = Running.post(CASES, json, headers);
        assertThat(first.status()).isEqualTo(201);
        assertThat(Running.post(CASES, json, headers).text()).isEqualTo(first.text());
    }

    @Test
    void what_is_not_there_is_not_found() {
        String nowhere = UUID.randomUUID().toString();
        assertThat(get(CALLS + "/" + nowhere).code()).isEqualTo("call-not-found");
        assertThat(post(CALLS + "/" + nowhere + "/answer", map("agent", "li")).status())
                .isEqualTo(404);
        assertThat(get(CASES + "/" + nowhere).code()).isEqualTo("case-not-found");
        assertThat(post(CASES + "/" + nowhere + "/preprocessing", concluded("SOLVED"))
                        .status())
                .isEqualTo(404);
        assertThat(post(CASES, with(fault(), "callId", nowhere)).code()).isEqualTo("call-not-found");
        assertThat(get(CASES + "/no-id").status()).isEqualTo(404);
    }

    private static String register() {
        Reply reply = post(CASES, fault());
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.text("caseId");
    }

    private static void done(Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(204);
    }

    private static void phase(String caseId, String phase) {
        await().atMost(20, SECONDS)
                .until(() -> get(CASES + "/" + caseId).text("phase").equals(phase));
    }

    private static Map<String, Object> about(String caseId, Map<String, Object> more) {
        Map<String, Object> event = map("caseId", caseId, "caseNumber", "n", "site", "shanghai", "cycle", 1);
        event.putAll(more);
        return event;
    }

    private static List<String> types(List<Topic.Heard> heard) {
        return heard.stream().map(Topic.Heard::type).toList();
    }
}
