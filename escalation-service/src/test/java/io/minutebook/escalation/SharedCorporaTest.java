package io.minutebook.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The naughty strings in every text field of this service, and the JSON parsing suite as its bodies, where they are there. */
class SharedCorporaTest {
    private static final Path DATA = Path.of(System.getProperty("shared.data", "../shared/data"));
    private static final JsonMapper JSON = JsonMapper.shared();
    private final EscalationStand stand = EscalationStand.running();

    @Test
    void naughty_strings_are_published_unchanged_or_refused() {
        String id = stand.dispatched("shanghai");
        List<String> kept = new ArrayList<>();
        for (String text : naughty()) {
            int note = send(id, "progress", Map.of("note", text));
            assertThat(send(id, "replies", Map.of("difficulty", text, "nextSteps", text)))
                    .isEqualTo(note);
            assertThat(note).as(text).isIn(204, 400);
            if (note == 204) {
                kept.add(text);
            }
        }
        assertThat(send(id, "resolution", Map.of("summary", "the last word"))).isEqualTo(204);
        EscalationStand.awaiting(() ->
                stand.published(id).stream().anyMatch(event -> event.type().equals("Resolved")));
        List<EscalationStand.Heard> heard = stand.published(id);
        assertThat(heard.stream()
                        .filter(event -> event.type().equals("ProgressReported"))
                        .map(event -> event.value().path("note").stringValue()))
                .containsExactlyElementsOf(kept);
        assertThat(heard.stream()
                        .filter(event -> event.type().equals("EngineerReplied")
                                && event.value().hasNonNull("difficulty"))
                        .map(event -> event.value().path("nextSteps").stringValue()))
                .containsExactlyElementsOf(kept);
    }

    @Test
    void naughty_strings_never_break_an_address() {
        String nowhere = UUID.randomUUID().toString();
        List<String> steps = List.of("escalations", "expert-contact", "resolution", "suspension", "plan");
        List<String> texts = naughty();
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            String step = steps.get(i % steps.size());
            Map<String, Object> body = switch (step) {
                case "escalations" -> Map.of("tier", "L2", "reason", text, "customerTold", true);
                case "expert-contact" -> Map.of("note", text);
                case "resolution" -> Map.of("summary", text);
                case "plan" -> Map.of("plan", text);
                default -> Map.of("reason", text);
            };
            assertThat(send(nowhere, step, body)).as("%s: %s", step, text).isIn(409, 400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"acknowledgement", "replies"})
    void what_a_json_parser_must_reject_is_refused(String step) throws IOException {
        Path folder = DATA.resolve("JSONTestSuite/test_parsing");
        assumeTrue(Files.isDirectory(folder), "no JSON parsing suite at " + folder);
        String nowhere = UUID.randomUUID().toString();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith("n_"))
                    .toList()) {
                int status = stand.post(nowhere, step, Files.readAllBytes(file));
                assertThat(status).as("%s: %s", step, file.getFileName()).isEqualTo(400);
            }
        }
    }

    private int send(String caseId, String step, Map<String, ?> body) {
        return stand.post(caseId, step, JSON.writeValueAsBytes(body));
    }

    private static List<String> naughty() {
        Path file = DATA.resolve("blns/blns.json");
        assumeTrue(Files.exists(file), "no naughty strings at " + file);
        return JSON.readTree(file).valueStream().map(JsonNode::stringValue).toList();
    }
}
