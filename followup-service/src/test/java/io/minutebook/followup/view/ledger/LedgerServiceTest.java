package io.minutebook.followup.view.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minutebook.followup.Followup;
import io.minutebook.followup.record.Scene;
import io.minutebook.testing.TestTokens;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The ledger in the running service: over HTTP. */
class LedgerServiceTest {
    private static final Followup FOLLOWUP = Followup.running();
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String SUPERVISOR = TestTokens.token("chen", "supervisor");
    /** The counts above the list are of one's own sites, so no other test's case becomes due in this one's. */
    private static final String AT_PUDONG = TestTokens.token("chen", Map.of("supervisor", List.of("pudong")));

    private static final String ADMIN = TestTokens.token("root", "admin");
    private static final Scene LATE = Played.late();

    @Test
    void the_timeline_tells_minute_times_actor_and_clocks() {
        JsonNode timeline = get("/api/followup/cases/" + LATE.caseId + "/timeline");

        assertThat(timeline.path("caseNumber").asString()).isEqualTo("SH-20260302-0007");
        assertThat(timeline.path("zone").asString()).isEqualTo("Asia/Shanghai");
        JsonNode first = timeline.path("entries").path(0);
        assertThat(first.path("event").asString()).isEqualTo("CallReceived");
        assertThat(first.path("minute").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d\\+08:00");
        assertThat(first.path("occurredAt").asString()).endsWith("+08:00");
        assertThat(first.path("data").path("line").asString()).isEqualTo("400-1");
        JsonNode dispatch = entry(timeline, "FaultDispatched");
        assertThat(texts(dispatch.path("clocks").path("started"))).containsExactlyInAnyOrder("reply", "plan");
        assertThat(texts(dispatch.path("clocks").path("met"))).containsExactly("dispatch");
        assertThat(texts(entry(timeline, "ClockBreached").path("clocks").path("broken")))
                .containsExactly("reply");
        assertThat(entry(timeline, "ProgressReported").path("late").asBoolean()).isTrue();
    }

    @Test
    void the_clearance_record_states_each_step_and_each_verdict() {
        JsonNode record = get("/api/followup/cases/" + LATE.caseId + "/clearance");

        assertThat(record.path("cycles")
                        .path(0)
                        .path("steps")
                        .valueStream()
                        .map(step -> step.path("step").asString()))
                .containsExactly(
                        "CALL_RECEIVED", "CALL_ANSWERED", "REGISTERED", "PREPROCESSED", "DISPATCHED", "ACKNOWLEDGED");
        assertThat(record.path("met").asInt()).isEqualTo(3);
        assertThat(record.path("broken").asInt()).isEqualTo(1);
        assertThat(record.path("clearedAt").isNull()).isTrue();
    }

    @Test
    void two_exports_are_written_at_a_time_and_a_third_is_told_to_come_again() throws Exception {
        ImportedRows rows = FOLLOWUP.context().getBean(ImportedRows.class);
        CountDownLatch begun = new CountDownLatch(2);
        CountDownLatch end = new CountDownLatch(1);
        List<CompletableFuture<Boolean>> slow = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            slow.add(CompletableFuture.supplyAsync(
                    () -> rows.read(Optional.empty(), each -> {
                        begun.countDown();
                        end(end);
                    }),
                    Thread::startVirtualThread));
        }
        begun.await();
        String analyst = TestTokens.token("an", "analyst");
        HttpResponse<String> third = FOLLOWUP.get("/api/followup/exports/history.csv", analyst);
        assertThat(third.statusCode()).isEqualTo(503);
        assertThat(third.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(third.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(third.headers().firstValue("Content-Disposition")).isEmpty();
        assertThat(third.body()).contains("\"exports-under-way\"");
        end.countDown();
        assertThat(slow).allSatisfy(read -> assertThat(read.get()).isTrue());
        assertThat(FOLLOWUP.get("/api/followup/exports/history.csv", analyst).statusCode())
                .isEqualTo(200);
    }

    private static void end(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void an_open_list_is_sent_again_only_when_it_has_changed() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        Scene scene = new Scene("SH-20260302-0999", "pudong");
        UUID registered = scene.registered(10, "nothing works");
        scene.entries().forEach(Played::tell);
        String list = "/followup/cases?number=SH-20260302-0999";
        await().atMost(SOON)
                .until(() ->
                        FOLLOWUP.getAt(now, list, AT_PUDONG, Map.of()).body().contains(scene.caseId));

        String page = FOLLOWUP.getAt(now, list, AT_PUDONG, Map.of()).body();
        String again = page.split("hx-get=\"", 2)[1].split("\"", 2)[0].replace("&amp;", "&");
        assertThat(again).contains("number=SH-20260302-0999", "seen=");
        await().until(() -> status(now, again) == 204);
        assertThat(FOLLOWUP.getAt(now, again, AT_PUDONG, Map.of()).body()).isEmpty();
        assertThat(status(now.plusSeconds(59), again)).isEqualTo(204);
        assertThat(status(now.plusSeconds(60), again)).isEqualTo(200);
        scene.step("ProgressReported", registered, 5, "\"note\":\"soon\"");
        Played.tell(scene.entries().getLast());
        await().atMost(SOON).until(() -> status(now, again) == 200);
    }

    private static int status(Instant now, String path) {
        return FOLLOWUP.getAt(now, path, AT_PUDONG, Map.of()).statusCode();
    }

    @Test
    void the_list_is_filtered_paged_and_only_of_the_caller_s_sites() {
        assertThat(list("number=SH-20260302-0007").path("total").asInt()).isEqualTo(1);
        assertThat(list("site=shanghai&late=true")
                        .path("cases")
                        .path(0)
                        .path("late")
                        .path(0)
                        .path("clock")
                        .asString())
                .isEqualTo("reply");
        assertThat(list("q=%E5%85%89%E7%8C%AB").path("total").asInt()).isEqualTo(1);
        assertThat(list("q=%25").path("total").asInt()).isZero();
        assertThat(list("status=IMPORTED&page=1&size=15").path("cases").size()).isEqualTo(5);
        String beijing = TestTokens.token("zhao", Map.of("supervisor", List.of("beijing")));
        assertThat(FOLLOWUP.getJson("/api/followup/cases?number=SH-20260302-0007", beijing)
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(FOLLOWUP.get("/api/followup/cases/" + LATE.caseId + "/timeline", beijing)
                        .statusCode())
                .isEqualTo(403);
        assertThat(FOLLOWUP.get("/api/followup/cases/" + LATE.caseId + "/timeline", "")
                        .statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=yesterday",
                "to=2026-13-01",
                "status=GONE",
                "page=-1",
                "size=0",
                "size=9999",
                "page=x",
                "order=up",
                "breached=perhaps",
                "q=%00"
            })
    void a_query_that_makes_no_sense_is_refused_by_name(String query) {
        HttpResponse<String> answer = FOLLOWUP.get("/api/followup/cases?" + query, SUPERVISOR);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"" + query.substring(0, query.indexOf('=')) + "\"");
    }

    @Test
    void a_case_nobody_knows_is_not_found() {
        for (String id : List.of(UUID.randomUUID().toString(), "SH-1")) {
            for (String view : List.of("timeline", "clearance")) {
                assertThat(FOLLOWUP.get("/api/followup/cases/" + id + "/" + view, SUPERVISOR)
                                .statusCode())
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void history_comes_out_again_row_for_row() {
        HttpResponse<String> answer =
                FOLLOWUP.get("/api/followup/exports/history.csv", TestTokens.token("lin", "analyst"));
        List<String> lines = answer.body().lines().toList();

        assertThat(lines.getFirst())
                .isEqualTo(
                        "case,activity,time,resource,group,level,priority,site,product,sequence,seriousness,attribute.level");
        assertThat(lines).hasSize(61);
        assertThat(lines.subList(1, 4))
                .containsExactly(
                        "Case 0,\"Wait, 等待\",2012-10-09T14:50:00.000000Z,Value 1,,,,rome,,1,Value 2,x",
                        "Case 0,Close,2012-10-09T14:50:00.000000Z,Value 1,,,,rome,,2,Value 2,x",
                        "Case 0,Close,2012-10-09T14:50:00.000000Z,Value 1,,,,rome,,3,Value 2,x");
        assertThat(FOLLOWUP.get("/api/followup/exports/history.csv", SUPERVISOR).statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_rebuild_answers_the_same_byte_for_byte() {
        String before = everything();
        assertThat(FOLLOWUP.post("/api/followup/rebuild", "{}", ADMIN).statusCode())
                .isEqualTo(202);
        await().atMost(SOON)
                .until(() -> FOLLOWUP.getJson("/api/followup/rebuild", ADMIN)
                        .path("state")
                        .asString()
                        .equals("done"));

        assertThat(everything()).isEqualTo(before);
        assertThat(FOLLOWUP.post("/api/followup/rebuild", "{}", SUPERVISOR).statusCode())
                .isEqualTo(403);
    }

    private static String everything() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            JsonNode cases = list("size=500");
            digest.update(cases.toString().getBytes(StandardCharsets.UTF_8));
            for (JsonNode found : cases.path("cases")) {
                for (String view : List.of("timeline", "clearance")) {
                    String path = "/api/followup/cases/" + found.path("caseId").asString() + "/" + view;
                    digest.update(FOLLOWUP.get(path, SUPERVISOR).body().getBytes(StandardCharsets.UTF_8));
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static JsonNode list(String query) {
        return get("/api/followup/cases?" + query);
    }

    private static JsonNode get(String path) {
        return FOLLOWUP.getJson(path, SUPERVISOR);
    }

    private static JsonNode entry(JsonNode timeline, String event) {
        return timeline.path("entries")
                .valueStream()
                .filter(entry -> entry.path("event").asString().equals(event))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
