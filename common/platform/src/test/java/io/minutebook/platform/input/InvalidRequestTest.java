package io.minutebook.platform.input;

import static io.minutebook.platform.probe.Probe.get;
import static io.minutebook.platform.probe.Probe.json;
import static io.minutebook.platform.probe.Probe.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.platform.probe.Probe;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class InvalidRequestTest {
    private static final String NOTES = "/api/probe/notes";
    private static final String GOOD = "{\"text\":\"a\",\"site\":\"bj-1\",\"kind\":\"CALL\",\"count\":1%s}";

    @Test
    void a_good_body_comes_back_as_it_was_and_missing_lists_are_empty() {
        HttpResponse<String> response = post(
                NOTES,
                GOOD.formatted(
                        ",\"customer\":{\"name\":\"李雷\",\"phone\":\"+86 (10) 8888-0000 x12\",\"mail\":\"li@example.org\"},"
                                + "\"occurredAt\":\"2026-03-01T09:30:00.123456+08:00\",\"attributes\":{\"k\":\"v\"}"));
        assertThat(response.statusCode()).isEqualTo(201);
        JsonNode note = json(response);
        assertThat(note.at("/customer/name").stringValue()).isEqualTo("李雷");
        assertThat(note.get("occurredAt").stringValue()).isEqualTo("2026-03-01T01:30:00.123456Z");
        assertThat(note.get("steps").isEmpty()).isTrue();
        assertThat(note.get("steps").isArray()).isTrue();
    }

    @Test
    void every_faulty_field_is_named_at_once() {
        HttpResponse<String> response = post(NOTES, """
                {"text":5,"site":"no such site!","kind":"PHONE","count":"1","occurredAt":"2026-03-01","reference":"1-1-1-1-1",
                 "urgent":"yes","customer":{"name":" ","phone":"nobody","mail":"a@b","fax":"1"},"steps":["ok","",null,7],
                 "others":[{"phone":"1"},3],"attributes":{"a":1},"unknown":true}
                """);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(json(response).get("code").stringValue()).isEqualTo("bad-input");
        assertThat(faults(response).keySet())
                .containsExactlyInAnyOrder(
                        "text",
                        "site",
                        "kind",
                        "count",
                        "occurredAt",
                        "reference",
                        "urgent",
                        "customer.name",
                        "customer.phone",
                        "customer.mail",
                        "customer.fax",
                        "steps",
                        "steps[1]",
                        "steps[2]",
                        "steps[3]",
                        "others[0].name",
                        "others[1]",
                        "attributes.a",
                        "unknown");
    }

    @Test
    void missing_fields_are_named() {
        assertThat(faults(post(NOTES, "{}")))
                .isEqualTo(Map.of(
                        "text", "is required", "site", "is required", "kind", "is required", "count", "is required"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=%ff", "q=%c0%af", "q=%ed%a0%80", "%ff=a"})
    void parameters_that_are_no_utf_8_are_refused(String query) {
        HttpResponse<String> refused = get(NOTES + "?q=a&" + query, "Authorization", Probe.agent());
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(faults(refused)).containsOnlyKeys("request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1999-12-31T23:59:59Z",
                "2999-01-01T00:00:00Z",
                "+999999999-12-31T23:59:59Z",
                "2026-02-30T00:00:00Z",
                "2026-03-01T09:30:00",
                "9:30",
                "",
                "1",
                "now"
            })
    void absurd_times_are_refused(String time) {
        assertThat(faults(post(NOTES, GOOD.formatted(",\"occurredAt\":\"" + time + "\""))))
                .containsOnlyKeys("occurredAt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"11", "-1", "1.0", "1e400", "99999999999999999999", "true", "null", "\"1\"", "[1]", "{}"})
    void a_number_is_a_whole_number_within_its_bounds(String number) {
        HttpResponse<String> response =
                post(NOTES, "{\"text\":\"a\",\"site\":\"bj\",\"kind\":\"CALL\",\"count\":" + number + "}");
        assertThat(faults(response)).containsOnlyKeys("count");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000b", "a\\ud800", "\\udc00b"})
    void what_cannot_be_kept_is_refused_wherever_it_stands(String text) {
        assertThat(faults(post(NOTES, GOOD.formatted(",\"steps\":[\"" + text + "\"]"))))
                .containsKey("steps[0]");
        assertThat(faults(post(NOTES, GOOD.formatted(",\"attributes\":{\"k\":\"" + text + "\"}"))))
                .containsOnlyKeys("attributes.k");
        assertThat(post(NOTES, GOOD.formatted(",\"attributes\":{\"" + text + "\":\"v\"}"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(post("/api/probe/anything", "{\"a\":[\"" + text + "\"]}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_length_counts_characters_not_units() {
        assertThat(post(NOTES, GOOD.formatted(",\"steps\":[\"" + "😀".repeat(20) + "\"]"))
                        .statusCode())
                .isEqualTo(201);
        assertThat(faults(post(NOTES, GOOD.formatted(",\"steps\":[\"" + "😀".repeat(21) + "\"]"))))
                .containsOnlyKeys("steps[0]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "\"a\"",
                "{",
                "{}}",
                "{} {}",
                "{\"text\":\"a\",}",
                "{'text':'a'}",
                "{\"text\":\"a\",\"text\":\"b\"}",
                "{\"customer\":{\"name\":\"a\",\"name\":\"b\"}}",
                "// c\n{}",
                "NaN",
                "\u0000"
            })
    void what_is_no_json_object_is_refused(String body) {
        assertThat(post(NOTES, body).statusCode()).isEqualTo(400);
    }

    @Test
    void a_field_that_stands_twice_is_said_to() {
        assertThat(post(NOTES, "{\"text\":\"a\",\"text\":\"b\"}").body()).contains("has a field twice");
    }

    @Test
    void depth_numbers_and_names_have_limits() {
        assertThat(post("/api/probe/anything", "[".repeat(100_000)).statusCode())
                .isEqualTo(400);
        assertThat(post("/api/probe/anything", "{\"a\":".repeat(200) + "1" + "}".repeat(200))
                        .statusCode())
                .isEqualTo(400);
        assertThat(post("/api/probe/anything", "1".repeat(5_000)).statusCode()).isEqualTo(400);
        assertThat(post("/api/probe/anything", "{\"" + "n".repeat(100_000) + "\":1}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_list_far_beyond_its_size_is_not_read_to_its_end() {
        HttpResponse<String> refused = post(NOTES, GOOD.formatted(",\"steps\":[" + "\"1\",".repeat(104) + "no JSON"));
        assertThat(refused.statusCode()).isEqualTo(400);
        String said = faults(refused).get("steps");
        assertThat(faults(refused)).containsOnlyKeys("steps");
        assertThat(faults(post(NOTES, GOOD.formatted(",\"steps\":[\"1\",\"2\",\"3\"],\"no JSON"))))
                .containsOnlyKeys("body");
        assertThat(said).contains("3");
    }

    @Test
    void an_inner_list_is_named_by_where_it_stands() {
        String others = "{\"name\":\"a\",\"phone\":\"10\"},{\"name\":[" + "1,".repeat(100) + "1,no JSON";
        assertThat(faults(post(NOTES, GOOD.formatted(",\"others\":[" + others))))
                .containsOnlyKeys("others[1].name");
    }

    @Test
    void what_the_record_does_not_hold_is_not_read_without_end() {
        assertThat(faults(post(NOTES, "[" + "1,".repeat(100) + "1,no JSON"))).containsOnlyKeys("body");
        assertThat(post(NOTES, "[" + "1,".repeat(100) + "1,no JSON").body()).contains("more than is read here");
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            fields.append("\"f").append(i).append("\":1,");
        }
        assertThat(post(NOTES, "{" + fields + "no JSON").body()).contains("too many fields that are not known here");
        assertThat(post("/api/probe/anything", "[" + "1,".repeat(100_000) + "no JSON")
                        .body())
                .contains("more values than are read here");
    }

    @Test
    void invalid_utf8_is_refused() {
        byte[] body = GOOD.formatted("").getBytes(StandardCharsets.UTF_8);
        body[9] = (byte) 0xff;
        assertThat(json(post(NOTES, body, "Authorization", Probe.agent(), "Content-Type", "application/json"))
                        .at("/errors/0/message")
                        .stringValue())
                .contains("UTF-8");
    }

    @Test
    void bodies_have_a_size_and_bulk_a_larger_one() {
        String large = "x".repeat(1_200_000);
        HttpResponse<String> refused = post(NOTES, GOOD.formatted(",\"attributes\":{\"k\":\"" + large + "\"}"));
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(json(refused).get("code").stringValue()).isEqualTo("too-large");
        byte[] bulk = ("{\"rows\":[\"" + large + "\"]}").getBytes(StandardCharsets.UTF_8);
        assertThat(post(
                                "/api/probe/bulk",
                                bulk,
                                "Authorization",
                                Probe.bearer("admin"),
                                "Content-Type",
                                "application/json")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/yaml",
                "application/x-www-form-urlencoded",
                "application/cbor",
                "multipart/form-data; boundary=x",
                "nonsense"
            })
    void other_media_types_are_unsupported(String type) {
        HttpResponse<String> response = post(
                NOTES,
                "text: a".getBytes(StandardCharsets.UTF_8),
                "Authorization",
                Probe.agent(),
                "Content-Type",
                type);
        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(response.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(json(response).get("code").stringValue()).isEqualTo("unsupported-media-type");
    }

    @Test
    void ids_that_cannot_be_one_name_nothing() {
        HttpResponse<String> response = get("/api/probe/notes/not-a-uuid", "Authorization", Probe.agent());
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(json(response).get("code").stringValue()).isEqualTo("not-found");
    }

    @Test
    void parameters_are_held_to_their_form() {
        String agent = Probe.agent();
        assertThat(faults(get("/api/probe/notes", "Authorization", agent))).containsOnlyKeys("q");
        assertThat(faults(get("/api/probe/notes?q=a&page=x", "Authorization", agent)))
                .containsOnlyKeys("page");
        assertThat(faults(get("/api/probe/notes?q=12345678901", "Authorization", agent)))
                .containsOnlyKeys("q");
        assertThat(faults(get("/api/probe/notes?q=a%00", "Authorization", agent)))
                .containsOnlyKeys("q");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "%2e%2e%2f", ";a=b", "%0a", "//", "%ff"})
    void odd_addresses_are_refused(String part) {
        HttpResponse<String> response = get("/api/probe/notes/" + part + "x", "Authorization", Probe.agent());
        assertThat(response.statusCode()).isIn(400, 404);
    }

    @Test
    void an_idempotency_key_is_visible_ascii() {
        assertThat(get("/api/probe/notes?q=a", "Authorization", Probe.agent(), "Idempotency-Key", "k".repeat(128))
                        .statusCode())
                .isEqualTo(200);
        for (String key : new String[] {"k".repeat(129), "a b", ""}) {
            assertThat(faults(get("/api/probe/notes?q=a", "Authorization", Probe.agent(), "Idempotency-Key", key)))
                    .containsOnlyKeys("Idempotency-Key");
        }
    }

    @Test
    void refusals_carry_their_code() {
        HttpResponse<String> refused = get("/api/probe/refusals/case-closed", "Authorization", Probe.agent());
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).get("code").stringValue()).isEqualTo("case-closed");
        assertThat(refused.headers().firstValue("retry-after")).isEmpty();
        assertThat(get("/api/probe/refusals/case-not-found", "Authorization", Probe.agent())
                        .statusCode())
                .isEqualTo(404);
        HttpResponse<String> early = get("/api/probe/refusals/case-not-known-yet", "Authorization", Probe.agent());
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(early.headers().firstValue("retry-after")).hasValue("1");
    }

    @Test
    void our_own_faults_give_nothing_away_but_an_id() {
        HttpResponse<String> response = get("/api/probe/faults", "Authorization", Probe.agent());
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).doesNotContain("secret").doesNotContain("Exception");
        assertThat(json(response).get("id").stringValue()).isNotBlank();
    }

    @Test
    void a_log_that_is_away_for_a_moment_is_to_be_asked_again() {
        HttpResponse<String> response = get("/api/probe/log", "Authorization", Probe.agent());
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("retry-after")).hasValue("2");
        assertThat(response.body()).doesNotContain("secret");
    }

    static Map<String, String> faults(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        Map<String, String> faults = new TreeMap<>();
        json(response)
                .get("errors")
                .forEach(fault -> faults.put(
                        fault.get("field").stringValue(), fault.get("message").stringValue()));
        return faults;
    }
}
