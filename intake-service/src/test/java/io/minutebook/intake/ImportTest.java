package io.minutebook.intake;

import static io.minutebook.intake.Bodies.map;
import static io.minutebook.intake.Bodies.with;
import static io.minutebook.intake.Running.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.contract.Topics;
import io.minutebook.intake.Running.Reply;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ImportTest {
    private static final String PATH = "/api/intake/imports";

    @Test
    void rows_come_in_once_and_repeated_rows_are_kept() {
        Map<String, Object> row = row("Case 1", 0, 0);
        List<Object> rows = List.of(row, with(row, "rank", 1, "row", 3, "copy", 1), row("Case 2", 0, 0));
        assertThat(imported("a", rows)).isEqualTo("{\"imported\":3,\"known\":0}");
        assertThat(imported("a", rows)).isEqualTo("{\"imported\":0,\"known\":3}");
        assertThat(imported("a", List.of(row("Case 1", 0, 0), with(row("Case 1", 2, 4), "activity", "Closed"))))
                .isEqualTo("{\"imported\":1,\"known\":1}");
        assertThat(imported("b", rows)).isEqualTo("{\"imported\":3,\"known\":0}");
        List<Topic.Heard> heard = Topic.until(Topics.INTAKE_CASES, caseId("a", "Case 1"), all -> all.size() == 3);
        assertThat(heard).allMatch(event -> event.type().equals("HistoryImported") && "admin".equals(event.actor()));
        assertThat(heard.get(1).value().path("copy").asInt()).isEqualTo(1);
        assertThat(heard.get(1).value().path("caseNumber").asString()).isEqualTo("a:Case 1");
        assertThat(heard.get(1).value().path("attributes").path("seriousness").asString())
                .isEqualTo("1");
        Reply state = Running.get("/api/intake/cases/" + caseId("a", "Case 1"));
        assertThat(state.text("phase")).isEqualTo("IMPORTED");
        assertThat(state.json().path("rows").asInt()).isEqualTo(3);
        assertThat(post("/api/intake/cases/" + caseId("a", "Case 1") + "/preprocessing", Bodies.concluded("SOLVED"))
                        .code())
                .isEqualTo("case-imported");
    }

    @Test
    void a_thousand_rows_fit_in_a_request_and_a_thousand_and_one_do_not() {
        List<Object> rows = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            rows.add(with(row("Case " + i / 7, i % 7, i), "activity", "step " + i % 7));
        }
        assertThat(imported("many", rows)).isEqualTo("{\"imported\":1000,\"known\":0}");
        rows.add(row("one more", 0, 0));
        assertThat(post("admin", PATH, map("source", "many", "rows", rows)).status())
                .isEqualTo(400);
    }

    @Test
    void a_faulty_row_is_named() {
        Reply reply = post(
                "admin",
                PATH,
                map(
                        "source",
                        "c",
                        "rows",
                        List.of(row("k", 0, 0), with(row("k", 1, 1), "time", "9999-01-01T00:00:00Z"))));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("errors").path(0).path("field").asString()).isEqualTo("rows[1].time");
        assertThat(post("agent", PATH, map("source", "c", "rows", List.of(row("k", 0, 0))))
                        .status())
                .isEqualTo(403);
    }

    private static String imported(String source, List<Object> rows) {
        Reply reply = post("admin", PATH, map("source", source, "rows", rows));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.text();
    }

    private static String caseId(String source, String caseKey) {
        return UUID.nameUUIDFromBytes(("import\0" + source + "\0" + caseKey).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static Map<String, Object> row(String caseKey, int rank, int line) {
        return map(
                "caseKey",
                caseKey,
                "activity",
                "Take in charge ticket",
                "time",
                "2010-01-13T12:30:37.123Z",
                "rank",
                rank,
                "row",
                line + 2,
                "resource",
                "Value 2",
                "attributes",
                map("seriousness", "1"));
    }
}
