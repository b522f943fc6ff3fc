package io.minutebook.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.minutebook.platform.probe.Probe;
import io.minutebook.testing.Browser;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DocumentsTest {
    @Test
    void the_document_says_how_each_operation_refuses_and_who_may_use_it() {
        JsonNode document = Probe.json(Probe.get("/api/probe/openapi.json"));
        JsonNode note = document.get("paths").get("/api/probe/notes").get("post");
        assertThat(note.get("description").stringValue()).contains("Roles: agent.");
        assertThat(note.get("tags").valueStream().map(JsonNode::stringValue)).containsExactly("notes");
        assertThat(note.get("responses").propertyNames()).contains("201", "400", "401", "403", "409", "413", "415");
        assertThat(note.at("/responses/400/content").propertyNames()).containsExactly("application/problem+json");
        assertThat(note.get("parameters").toString()).contains("Idempotency-Key");
        assertThat(document.get("paths").propertyNames()).allMatch(path -> path.startsWith("/api/probe/"));
        assertThat(document.at("/components/securitySchemes/bearer/scheme").stringValue())
                .isEqualTo("bearer");
    }

    @Test
    void the_page_for_people_asks_nobody_else() {
        List<String> asked = new CopyOnWriteArrayList<>();
        List<String> faults = new CopyOnWriteArrayList<>();
        Page page = Browser.visit().open();
        page.onRequest((Request request) -> asked.add(request.url()));
        page.onConsoleMessage(message -> {
            boolean itsOwnStyle = message.text().contains("inline style");
            if (message.type().equals("error") && !itsOwnStyle) {
                faults.add(message.text());
            }
        });
        page.navigate(Probe.origin() + "/probe/docs");
        PlaywrightAssertions.assertThat(page.getByText("/api/probe/bulk").first())
                .isVisible();
        assertThat(asked).allMatch(url -> url.startsWith(Probe.origin()) || url.startsWith("data:"));
        assertThat(faults).isEmpty();
        page.context().close();
    }
}
