package io.minutebook.platform.input;

import static io.minutebook.platform.probe.Probe.agent;
import static io.minutebook.platform.probe.Probe.json;
import static io.minutebook.platform.probe.Probe.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The naughty strings and the JSON parsing suite, where they are there. */
class SharedCorporaTest {
    private static final Path DATA = Path.of(System.getProperty("shared.data", "../shared/data"));

    @TestFactory
    Stream<DynamicTest> naughty_strings_come_back_unchanged_or_are_refused() {
        Path file = DATA.resolve("blns/blns.json");
        assumeTrue(Files.exists(file), "no naughty strings at " + file);
        List<String> strings = JsonMapper.shared()
                .readTree(file)
                .valueStream()
                .map(JsonNode::stringValue)
                .toList();
        return strings.stream()
                .map(text -> DynamicTest.dynamicTest(name(text), () -> {
                    String body = JsonMapper.shared()
                            .writeValueAsString(Map.of("text", text, "site", "bj", "kind", "CALL", "count", 1));
                    HttpResponse<String> response = post("/api/probe/notes", body);
                    assertThat(response.statusCode()).isIn(201, 400);
                    if (response.statusCode() == 201) {
                        assertThat(json(response).get("text").stringValue()).isEqualTo(text);
                    }
                    for (String field : List.of("site", "kind")) {
                        String other = JsonMapper.shared()
                                .writeValueAsString(Map.of(
                                        "text", "a", "site", "bj", "kind", "CALL", "count", 1, field + "x", text));
                        assertThat(post("/api/probe/notes", other).statusCode()).isEqualTo(400);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> what_a_json_parser_must_reject_is_a_400_and_nothing_is_ever_a_500() throws IOException {
        Path folder = DATA.resolve("JSONTestSuite/test_parsing");
        assumeTrue(Files.isDirectory(folder), "no JSON parsing suite at " + folder);
        List<Path> files;
        try (Stream<Path> found = Files.list(folder)) {
            files = found.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    String name = file.getFileName().toString();
                    byte[] body = Files.readAllBytes(file);
                    for (String address : List.of("/api/probe/anything", "/api/probe/notes")) {
                        int status = post(address, body, "Authorization", agent(), "Content-Type", "application/json")
                                .statusCode();
                        if (name.startsWith("n_")) {
                            assertThat(status).as(address).isEqualTo(400);
                        } else {
                            assertThat(status).as(address).isIn(200, 400);
                        }
                    }
                }));
    }

    private static String name(String text) {
        return text.codePoints()
                .limit(30)
                .filter(point -> point > 31 && !Character.isSurrogate((char) Math.min(point, 0xffff)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .append('.')
                .toString();
    }
}
