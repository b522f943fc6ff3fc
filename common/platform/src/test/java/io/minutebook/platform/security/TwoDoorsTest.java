package io.minutebook.platform.security;

import static io.minutebook.platform.probe.Probe.agent;
import static io.minutebook.platform.probe.Probe.get;
import static io.minutebook.platform.probe.Probe.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.platform.probe.Probe;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The API takes JSON and a bearer token; pages take forms and the token of their session against forged requests. */
class TwoDoorsTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    @Test
    void a_form_at_the_api_is_refused() {
        HttpResponse<String> refused = post("/api/probe/notes", "text=a&site=bj&kind=CALL&count=1", FORM, agent(), "");
        assertThat(refused.statusCode()).isEqualTo(415);
        assertThat(json(refused).get("code").stringValue()).isEqualTo("unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "text/plain",
                "multipart/form-data; boundary=x",
                "application/x-www-form-urlencoded;charset=GBK",
                "nonsense"
            })
    void at_a_page_only_a_form_is_taken(String type) {
        assertThat(post("/probe/letter-box", "{\"text\":\"a\"}", type, "", "").statusCode())
                .isEqualTo(415);
    }

    @Test
    void a_form_needs_the_token_of_its_session() {
        Session mine = new Session();
        Session other = new Session();
        assertThat(mine.post("text=a").statusCode()).isEqualTo(403);
        assertThat(mine.post("text=a&_csrf=").statusCode()).isEqualTo(403);
        assertThat(mine.post("text=a&_csrf=nonsense").statusCode()).isEqualTo(403);
        assertThat(mine.post("text=a&_csrf=" + other.csrf).statusCode()).isEqualTo(403);
        assertThat(post("/probe/page", "text=a&_csrf=" + mine.csrf, FORM, agent(), "")
                        .statusCode())
                .as("without the session")
                .isEqualTo(403);
        HttpResponse<String> taken = mine.post("text=a&_csrf=" + mine.csrf);
        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(taken.body()).isEqualTo("a");
    }

    @Test
    void another_site_s_form_is_refused_though_the_browser_sends_the_cookie() {
        Session mine = new Session();
        assertThat(mine.post("text=a", "Origin", "https://evil.example", "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(mine.cookie.attributes()).contains("HttpOnly", "SameSite=Lax", "Path=/probe");
    }

    @Test
    void an_open_form_needs_no_token_and_starts_no_session() {
        HttpResponse<String> taken = post("/probe/letter-box", "text=%E4%B8%AD", FORM, "", "");
        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(taken.body()).isEqualTo("中");
        assertThat(taken.headers().allValues("set-cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text=%", "text=%zz", "text=%ff", "text=%c0%af", "text=%ed%a0%80", "text=%00"})
    void a_form_that_cannot_be_read_is_bad_input(String body) {
        assertThat(post("/probe/letter-box", body, FORM, "", "").statusCode()).isEqualTo(400);
        Session mine = new Session();
        assertThat(mine.post(body + "&_csrf=" + mine.csrf).statusCode()).isEqualTo(400);
    }

    @Test
    void a_form_of_too_many_fields_or_bytes_is_refused() {
        assertThat(post("/probe/letter-box", "text=1&".repeat(5000), FORM, "", "")
                        .statusCode())
                .isEqualTo(400);
        assertThat(post("/probe/letter-box", "text=" + "x".repeat(300_000), FORM, "", "")
                        .statusCode())
                .isEqualTo(413);
        assertThat(post("/probe/letter-box", "text%5B999999999%5D=1", FORM, "", "")
                        .body())
                .contains("text[999999999]", "bad-input");
    }

    private record Cookie(String value, String attributes) {}

    /** Somebody's session, with the token their page carries. */
    private static final class Session {
        private final Cookie cookie;
        private final String csrf;

        Session() {
            HttpResponse<String> page = get("/probe/page", "Authorization", agent());
            assertThat(page.statusCode()).isEqualTo(200);
            String[] set = page.headers().firstValue("set-cookie").orElseThrow().split(";", 2);
            cookie = new Cookie(set[0], set[1]);
            csrf = URLEncoder.encode(page.body(), StandardCharsets.UTF_8);
        }

        HttpResponse<String> post(String form, String... headers) {
            return TwoDoorsTest.post("/probe/page", form, FORM, agent(), cookie.value(), headers);
        }
    }

    private static HttpResponse<String> post(
            String path, String body, String type, String authorization, String cookie, String... more) {
        List<String> headers = new ArrayList<>(List.of("Content-Type", type));
        if (!authorization.isEmpty()) {
            headers.addAll(List.of("Authorization", authorization));
        }
        if (!cookie.isEmpty()) {
            headers.addAll(List.of("Cookie", cookie));
        }
        headers.addAll(List.of(more));
        return Probe.post(path, body.getBytes(StandardCharsets.UTF_8), headers.toArray(String[]::new));
    }
}
