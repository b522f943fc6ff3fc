package io.minutebook.pages;

import static io.minutebook.pages.DemoService.get;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page's form reaches the API's controller, and its answer comes back as a page. */
class FormDoorTest {
    private static final String PAGE = "/probe/words/page";

    @Test
    void what_was_done_leads_back_to_the_page() {
        HttpResponse<String> done = post("text=yes&_form=words&_page=" + PAGE);
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(done.headers().firstValue("Location")).hasValue(PAGE);
        assertThat(done.headers().firstValue("Content-Type")).isEmpty();
        assertThat(done.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(done.body()).isEmpty();
    }

    @Test
    void a_reader_of_pages_alone_is_served_though_the_controller_speaks_json() {
        assertThat(post("text=yes&_page=" + PAGE, "Accept", "text/html").statusCode())
                .isEqualTo(303);
    }

    @Test
    void the_key_of_the_form_is_the_idempotency_key() {
        assertThat(post("text=yes&_key=k-1&_page=" + PAGE).statusCode()).isEqualTo(303);
        assertThat(get("/probe/words/last-key").body()).isEqualTo("k-1");
        assertThat(post("text=yes&_key=&_page=" + PAGE, "Idempotency-Key", "other")
                        .statusCode())
                .isEqualTo(303);
        assertThat(get("/probe/words/last-key").body()).isEqualTo("null");
        assertThat(post("text=yes&_key=" + "k".repeat(129) + "&_page=" + PAGE).statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_refusal_is_the_page_once_more_with_what_was_typed() {
        HttpResponse<String> refused = post("text=no&_form=words&_page=" + PAGE + "%3Ftext%3Dmine&_key=k");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(refused.headers().firstValue("X-Form")).hasValue("words");
        assertThat(refused.body())
                .contains("role=\"alert\"", "name=\"text\" aria-label=\"Text\" value=\"no\"")
                .contains("name=\"_key\" value=\"k\"", "name=\"_page\" value=\"" + PAGE + "?text=mine\"")
                .contains("<p id=\"query\">mine</p>")
                .containsPattern("/probe/assets/shell-[0-9a-f]{32}\\.css");

        HttpResponse<String> faulty = post("text=&_form=words&lang=zh&_page=" + PAGE);
        assertThat(faulty.statusCode()).isEqualTo(400);
        assertThat(faulty.body())
                .contains("id=\"words-text-fault\"", "aria-describedby=\"words-text-fault\"", "请检查此处填写的内容")
                .contains("<p id=\"query\">none</p>");
    }

    @Test
    void another_form_of_the_page_is_not_to_blame() {
        assertThat(post("text=no&_form=other&_page=" + PAGE).body()).doesNotContain("role=\"alert\" tabindex");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://evil.example/probe/words/page",
                "//evil.example/probe/words/page",
                "/followup/cases",
                "/probe/../followup/cases",
                "/probe/words/page#x",
                "/probe\\words",
                "javascript:alert(1)",
                "/probe/words/ page"
            })
    void nobody_is_sent_elsewhere(String page) {
        String field = "&_page=" + URLEncoder.encode(page, StandardCharsets.UTF_8);
        assertThat(post("text=yes" + field).headers().firstValue("Location")).hasValue("/probe");
        HttpResponse<String> refused = post("text=no" + field);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.headers().firstValue("X-Form")).isEmpty();
        assertThat(refused.body()).contains("Not possible");
    }

    @Test
    void the_page_is_asked_for_as_its_reader_could_have_asked() {
        HttpResponse<String> closed = post("text=no&_form=words&_page=/probe/words/closed");
        assertThat(closed.body()).doesNotContain("secret");
        assertThat(closed.statusCode()).isIn(401, 403);
        assertThat(post("text=no&_form=words&_page=/probe/nowhere").statusCode())
                .isIn(401, 403, 404);
        HttpResponse<String> noPage = post("text=no&_form=words&_page=/probe/words/broken");
        assertThat(noPage.statusCode()).isEqualTo(409);
        assertThat(noPage.body()).contains("Not possible");
    }

    @Test
    void the_api_answers_the_same_command_as_ever() {
        HttpResponse<String> said = DemoService.post(
                "/api/probe/words",
                "{\"text\":\"yes\"}".getBytes(StandardCharsets.UTF_8),
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                "k");
        assertThat(said.statusCode()).isEqualTo(201);
        assertThat(said.body()).isEqualTo("{\"text\":\"yes\",\"key\":\"k\"}");
    }

    private static HttpResponse<String> post(String form, String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "Content-Type";
        all[1] = "application/x-www-form-urlencoded";
        System.arraycopy(headers, 0, all, 2, headers.length);
        return DemoService.post("/probe/words", form.getBytes(StandardCharsets.UTF_8), all);
    }
}
