package io.minutebook.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.minutebook.testing.Stand;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every naughty string as an article and as a question: kept exactly, or refused; never an error of ours. */
class NaughtyTextTest {
    private static final Path STRINGS = Path.of(System.getProperty("shared.data", "../shared/data"), "blns/blns.json");
    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void is_kept_as_it_came_or_refused_and_may_be_searched_for() throws IOException {
        assumeTrue(Files.exists(STRINGS), "skipped: no naughty strings at " + STRINGS);
        int kept = 0;
        try (Running service = Running.on(Stand.postgres().freshDatabase("naughty"))) {
            for (JsonNode string : JSON.readTree(Files.readString(STRINGS))) {
                kept += tried(service, string.asString()) ? 1 : 0;
            }
        }
        assertThat(kept).isGreaterThan(400);
    }

    private static boolean tried(Running service, String text) {
        String asked = URLEncoder.encode(text, StandardCharsets.UTF_8);
        assertThat(service.get("/api/knowledge/search?q=" + asked, "agent").status())
                .as("searching for %s", text)
                .isIn(200, 400);
        Running.Answer written = service.post(
                "/api/knowledge/articles",
                JSON.writeValueAsString(Map.of("title", text, "body", text, "riskWarning", text, "language", "zh")),
                "editor");
        assertThat(written.status()).as("writing %s", text).isIn(201, 400);
        if (written.status() == 400) {
            return false;
        }
        String article =
                "/api/knowledge/articles/" + written.body().get("articleId").asString();
        assertThat(service.post(article + "/publish", "{}", "editor").status()).isEqualTo(204);
        JsonNode read = service.get(article, "agent").body();
        assertThat(read.get("title").asString()).isEqualTo(text);
        assertThat(read.get("body").asString()).isEqualTo(text);
        assertThat(read.get("riskWarning").asString()).isEqualTo(text);
        return true;
    }
}
