package io.minutebook.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minutebook.platform.probe.Probe;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class ServiceTest {
    @Test
    void a_service_says_in_one_line_what_it_cannot_run_without() {
        assertThatThrownBy(
                        () -> Service.run(Probe.class, "probe", "--spring.autoconfigure.exclude=" + Probe.WITHOUT_LOG))
                .hasMessage("probe cannot start, these are not set: MINUTEBOOK_DATABASE_URL, MINUTEBOOK_DATABASE_USER, "
                        + "MINUTEBOOK_ISSUER, MINUTEBOOK_KAFKA");
    }

    @Test
    void a_reason_not_to_start_is_reported_in_one_line_however_deep_it_lies() {
        var refused = new IllegalStateException("a bean", new IllegalStateException(new StartRefused("probe", "why")));
        assertThat(new StartRefusedReporter().reportException(refused)).isTrue();
        assertThat(new StartRefusedReporter().reportException(new IllegalStateException("a bug")))
                .isFalse();
    }

    @Test
    void where_people_can_sign_in_a_page_sends_them_there() throws IOException, InterruptedException {
        try (ConfigurableApplicationContext service = Service.run(
                Probe.class,
                "probe",
                "--spring.autoconfigure.exclude=" + Probe.WITHOUT_LOG,
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--logging.structured.format.console=",
                "--spring.datasource.url=none?user=none",
                "--spring.kafka.bootstrap-servers=none",
                "--spring.security.oauth2.resourceserver.jwt.issuer-uri=http://127.0.0.1:9",
                "--minutebook.pages.client-id=minutebook-pages")) {
            URI page = URI.create(
                    "http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port") + "/probe/page");
            HttpResponse<String> sent = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(page)
                                    .header("Accept", "text/html")
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(sent.statusCode()).isEqualTo(302);
            assertThat(sent.headers().firstValue("location").orElse(""))
                    .endsWith("/probe/oauth2/authorization/minutebook");
            assertThat(sent.headers().firstValue("set-cookie").orElse(""))
                    .contains("MB_probe=", "Path=/probe", "HttpOnly", "SameSite=Lax");
        }
    }
}
