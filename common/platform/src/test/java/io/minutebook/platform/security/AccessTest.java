package io.minutebook.platform.security;

import static io.minutebook.platform.probe.Probe.bearer;
import static io.minutebook.platform.probe.Probe.get;
import static io.minutebook.platform.probe.Probe.json;
import static io.minutebook.platform.probe.Probe.request;
import static io.minutebook.platform.probe.Probe.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minutebook.platform.StartRefused;
import io.minutebook.platform.probe.Probe;
import io.minutebook.testing.ApiGolden;
import io.minutebook.testing.TestTokens;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

class AccessTest {
    private static final String NOTE = "/api/probe/notes/0199f2a0-0000-7000-8000-000000000000";

    @Test
    void without_a_token_there_is_no_way_in() {
        HttpResponse<String> response = get(NOTE);
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(json(response).get("code").stringValue()).isEqualTo("unauthenticated");
        assertThat(get("/api/probe/nowhere").statusCode()).isEqualTo(401);
        assertThat(get(NOTE, "Authorization", "Bearer nonsense").statusCode()).isEqualTo(401);
        assertThat(get(NOTE, "Authorization", "Basic ZGVtbzpkZW1v").statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_token_counts_until_it_expires() {
        String old = TestTokens.token(
                "a", Map.of("agent", List.of("*")), Instant.now().minusSeconds(120));
        assertThat(get(NOTE, "Authorization", "Bearer " + old).statusCode()).isEqualTo(401);
    }

    @Test
    void the_table_says_which_role_may_do_what() {
        assertThat(get(NOTE, "Authorization", bearer("agent")).statusCode()).isEqualTo(200);
        assertThat(get(NOTE, "Authorization", bearer("auditor")).statusCode()).isEqualTo(200);
        HttpResponse<String> refused = get(NOTE, "Authorization", bearer("editor"));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(json(refused).get("code").stringValue()).isEqualTo("forbidden");
        assertThat(get(NOTE, "Authorization", bearer("no-such-role")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void addresses_and_methods_nobody_listed_are_not_there() {
        HttpResponse<String> nowhere = get("/api/probe/nowhere", "Authorization", bearer("admin"));
        assertThat(nowhere.statusCode()).isEqualTo(404);
        assertThat(json(nowhere).get("code").stringValue()).isEqualTo("not-found");
        HttpResponse<String> method =
                send(request(NOTE, "Authorization", bearer("agent")).DELETE());
        assertThat(method.statusCode()).isEqualTo(405);
        assertThat(method.headers().firstValue("allow")).hasValue("GET");
        assertThat(json(method).get("code").stringValue()).isEqualTo("method-not-allowed");
        assertThat(send(request(NOTE, "Authorization", bearer("agent"))
                                .method("HEAD", HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_role_counts_at_its_sites_only() {
        String token =
                "Bearer " + TestTokens.token("s", Map.of("supervisor", List.of("bj", "sh"), "agent", List.of("gz")));
        assertThat(get("/api/probe/sites/bj", "Authorization", token).statusCode())
                .isEqualTo(200);
        assertThat(get("/api/probe/sites/gz", "Authorization", token).statusCode())
                .isEqualTo(403);
        assertThat(get("/api/probe/sites/bj", "Authorization", token).body())
                .contains("bj", "sh")
                .doesNotContain("gz");
        assertThat(get("/api/probe/sites/gz", "Authorization", bearer("supervisor"))
                        .body())
                .contains("all");
    }

    @Test
    void open_addresses_need_nobody() {
        assertThat(get("/api/probe/open").body()).contains("anonymous");
        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/health").body()).doesNotContain("components\":{");
        assertThat(get("/actuator/prometheus").statusCode()).isEqualTo(401);
        assertThat(get("/actuator/prometheus", "Authorization", bearer("agent")).statusCode())
                .isEqualTo(403);
        assertThat(get("/actuator/prometheus", "Authorization", bearer("admin")).body())
                .contains("jvm_memory");
    }

    @Test
    void pages_without_a_sign_in_are_refused() {
        HttpResponse<String> response = get("/probe/page", "Accept", "text/html");
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("content-security-policy").orElse(""))
                .contains("script-src 'self'");
    }

    @Test
    void the_rows_of_a_service_and_those_every_service_has_are_as_recorded() {
        AccessTable table = Probe.context().getBean(AccessTable.class);
        ApiGolden.access(table.allRows().stream()
                .map(row -> new ApiGolden.Row(row.method().name(), row.path(), row.who()))
                .toList());
        assertThat(table.rows())
                .extracting(AccessTable.Row::path)
                .contains("/api/probe/open", "/probe/page")
                .allMatch(path -> path.startsWith("/api/probe/") || path.startsWith("/probe/"))
                .doesNotContain("/api/probe/openapi.json");
    }

    @Test
    void a_service_with_a_handler_that_says_nothing_does_not_start() {
        assertThatThrownBy(() -> Probe.start(Careless.class))
                .isInstanceOf(StartRefused.class)
                .hasMessage("probe cannot start, who may use it is not said as it should be: "
                        + "io.minutebook.platform.security.AccessTest$CarelessApi.forgotten"
                        + " needs @Allow with roles, @AllowStaff or @AllowAnyone");
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(CarelessApi.class)
    static class Careless {}

    @RestController
    static class CarelessApi {
        @GetMapping("/api/probe/marked")
        @AllowStaff
        void marked() {}

        @GetMapping("/api/probe/forgotten")
        void forgotten() {}
    }
}
