package io.minutebook.intake;

import static io.minutebook.intake.Bodies.call;
import static io.minutebook.intake.Bodies.fault;
import static io.minutebook.intake.Bodies.map;
import static io.minutebook.intake.Bodies.with;
import static io.minutebook.intake.Bodies.without;
import static io.minutebook.intake.Running.get;
import static io.minutebook.intake.Running.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.intake.Running.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BadInputTest {
    private static final String CASES = "/api/intake/cases";

    @Test
    void strings_come_back_unchanged_or_are_refused() throws IOException {
        for (String naughty : naughtyStrings()) {
            Map<String, Object> body = with(
                    fault(),
                    "customer",
                    map("name", naughty, "phone", "138"),
                    "product",
                    map("model", naughty, "serialNumber", naughty),
                    "symptom",
                    naughty,
                    "frequency",
                    naughty,
                    "actionsTried",
                    List.of(naughty));
            Reply reply = post(CASES, body);
            assertThat(reply.status()).as(naughty).isIn(201, 400);
            if (reply.status() == 201) {
                JsonNode report = get(CASES + "/" + reply.text("caseId")).json().path("report");
                assertThat(List.of(
                                report.path("customer").path("name").asString(),
                                report.path("product").path("model").asString(),
                                report.path("product").path("serialNumber").asString(),
                                report.path("symptom").asString(),
                                report.path("frequency").asString(),
                                report.path("actionsTried").path(0).asString()))
                        .allMatch(naughty::equals);
            }
            assertThat(post(CASES, with(fault(), "customer", map("name", "n", "phone", naughty)))
                            .status())
                    .isIn(201, 400);
            for (String field : List.of("channel", "site", "type", "priority", "startedAt", "callId")) {
                assertThat(post(CASES, with(fault(), field, naughty)).status())
                        .as(field + " = " + naughty)
                        .isIn(201, 400);
            }
        }
    }

    @Test
    void so_do_those_of_every_later_step() throws IOException {
        String path = CASES + "/" + post(CASES, fault()).text("caseId");
        post(path + "/preprocessing", Bodies.concluded("DISPATCH"));
        String dueAt = Instant.now().plusSeconds(3_600).toString();
        for (String naughty : naughtyStrings()) {
            if (kept(post(path + "/dispatch", map("project", naughty, "engineer", naughty)), 409, naughty)) {
                JsonNode last = get(path).json().path("assignments");
                assertThat(last.path(last.size() - 1).path("engineer").asString())
                        .isEqualTo(naughty);
            }
            if (kept(post("supervisor", path + "/owner", map("owner", naughty, "reason", naughty)), 409, naughty)) {
                assertThat(get(path).text("owner")).isEqualTo(naughty);
            }
            kept(post(path + "/vendor-order", map("vendor", naughty, "reference", naughty)), 409, naughty);
            kept(post(path + "/preprocessing", map("outcome", naughty, "steps", List.of(naughty))), 409, naughty);
            Reply call = post("/api/intake/calls", with(call(), "line", naughty));
            if (kept(call, 201, naughty)) {
                String ringing = "/api/intake/calls/" + call.text("callId");
                assertThat(kept(post(ringing + "/answer", map("agent", naughty)), 204, naughty))
                        .isTrue();
                kept(post(ringing + "/hold", map("reason", naughty)), 204, naughty);
                kept(post(ringing + "/transfer", map("to", naughty, "reason", naughty)), 204, naughty);
                assertThat(get(ringing).text("line")).isEqualTo(naughty);
                assertThat(get(ringing).text("agent")).isEqualTo(naughty);
            }
        }
        Reply promised = post(path + "/promises", map("text", "</td> ' \\ 田中さん", "dueAt", dueAt));
        assertThat(promised.status()).isEqualTo(201);
        assertThat(get(path).json().path("promises").path(0).path("text").asString())
                .isEqualTo("</td> ' \\ 田中さん");
    }

    /** Taken, or refused for a reason: a faulty field, or a rule where one may say no. */
    private static boolean kept(Reply reply, int other, String naughty) {
        assertThat(reply.status()).as(naughty + ": " + reply.text()).isIn(201, 204, 400, other);
        return reply.status() < 300;
    }

    @Test
    void every_faulty_field_is_named_at_once() {
        Reply reply = post(
                CASES,
                map(
                        "channel", "pigeon",
                        "site", "no such site!",
                        "type", 3,
                        "customer", map("phone", "none"),
                        "symptom", "",
                        "startedAt", "1999-12-31T23:59:59Z",
                        "colour", "red"));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(fields(reply))
                .containsExactlyInAnyOrder(
                        "channel", "site", "type", "customer.name", "customer.phone", "symptom", "startedAt", "colour");
    }

    @Test
    void a_fault_names_its_product_and_an_enquiry_need_not() {
        assertThat(fields(post(CASES, without(fault(), "product"))))
                .containsExactly("product.model", "product.serialNumber");
        assertThat(fields(post(CASES, with(fault(), "product", map("model", "X1", "serialNumber", " ")))))
                .containsExactly("product.serialNumber");
        assertThat(post(CASES, with(without(fault(), "product"), "type", "enquiry"))
                        .status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({
        "symptom, 8000, 201",
        "symptom, 8001, 400",
        "frequency, 1000, 201",
        "frequency, 1001, 400",
    })
    void texts_have_a_length(String field, int length, int status) {
        assertThat(post(CASES, with(fault(), field, "错".repeat(length))).status())
                .isEqualTo(status);
    }

    @Test
    void times_are_neither_ancient_nor_to_come() {
        assertThat(fields(post("/api/intake/calls", with(call(), "receivedAt", "1999-12-31T23:59:59Z"))))
                .containsExactly("receivedAt");
        assertThat(fields(post(
                        "/api/intake/calls",
                        with(call(), "receivedAt", Instant.now().plusSeconds(90).toString()))))
                .containsExactly("receivedAt");
        String caseId = post(CASES, fault()).text("caseId");
        assertThat(fields(post(CASES + "/" + caseId + "/promises", map("text", "t", "dueAt", "9999-12-31T23:59:59Z"))))
                .containsExactly("dueAt");
        assertThat(post(
                                CASES + "/" + caseId + "/preprocessing",
                                with(Bodies.concluded("SOLVED"), "occurredAt", "2020-01-01T00:00:00Z"))
                        .code())
                .isEqualTo("before-the-start");
    }

    @Test
    void a_disposition_is_one_of_the_words() {
        String callId = post("/api/intake/calls", call()).text("callId");
        assertThat(fields(post("/api/intake/calls/" + callId + "/end", map("disposition", "bored"))))
                .containsExactly("disposition");
        assertThat(post("/api/intake/calls/" + callId + "/end", map("disposition", "weak-signal"))
                        .status())
                .isEqualTo(204);
    }

    private static List<String> fields(Reply reply) {
        List<String> fields = new ArrayList<>();
        reply.json()
                .path("errors")
                .forEach(error -> fields.add(error.path("field").asString()));
        return fields;
    }

    /** All of the big list where it is at hand, else a few of its kind. */
    private static List<String> naughtyStrings() throws IOException {
        Path list = Path.of(System.getProperty("shared.data", "none"), "blns", "blns.json");
        List<String> strings = new ArrayList<>(
                List.of("", " ", "\u0000", "a\u0000b", "null", "<script>alert(1)</script>", "'; DROP TABLE event; --"));
        strings.addAll(List.of("田中さんにあげて下さい", "👩‍👩‍👧 \u202e gnp", "\ufeff", "a\tb\r\nc", "ᚻᛖ", "{{7*7}}", "${7*7}"));
        if (Files.exists(list)) {
            JsonMapper.shared().readTree(Files.readString(list)).forEach(text -> strings.add(text.asString()));
        }
        return strings;
    }
}
