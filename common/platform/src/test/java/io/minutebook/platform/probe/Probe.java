package io.minutebook.platform.probe;

import static io.minutebook.platform.security.AccessTable.publicRow;
import static io.minutebook.platform.security.AccessTable.row;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import io.minutebook.platform.Service;
import io.minutebook.platform.security.AccessTable;
import io.minutebook.platform.security.Role;
import io.minutebook.testing.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The small service, started once a process, and a client for it. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({NoteApi.class, StaffPage.class})
public class Probe {
    /** What a service without a log does without, for {@code spring.autoconfigure.exclude}. */
    public static final String WITHOUT_LOG = String.join(
            ",",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
            "org.springframework.boot.kafka.autoconfigure.metrics.KafkaMetricsAutoConfiguration",
            "io.minutebook.platform.command.CommandConfiguration",
            "io.minutebook.platform.messaging.MessagingConfiguration",
            "io.minutebook.platform.process.ProcessConfiguration",
            "io.minutebook.platform.timer.TimerConfiguration");

    private static final ConfigurableApplicationContext RUNNING = Service.run(
            Probe.class,
            "probe",
            "--spring.autoconfigure.exclude=" + WITHOUT_LOG,
            "--server.port=0",
            "--server.address=127.0.0.1",
            "--logging.structured.format.console=",
            "--spring.datasource.url=none?user=none",
            "--spring.kafka.bootstrap-servers=none",
            "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + TestTokens.issuer());
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Bean
    AccessTable accessTable() {
        return AccessTable.of(
                row(POST, "/api/probe/notes", Role.AGENT),
                row(POST, "/api/probe/bulk", Role.ADMIN),
                row(POST, "/api/probe/anything", Role.AGENT),
                row(GET, "/api/probe/notes/{caseId}", Role.AGENT, Role.AUDITOR),
                row(GET, "/api/probe/notes", Role.AGENT),
                row(GET, "/api/probe/refusals/{code}", Role.AGENT),
                row(GET, "/api/probe/faults", Role.AGENT),
                row(GET, "/api/probe/sites/{site}", Role.SUPERVISOR),
                publicRow(GET, "/api/probe/open"),
                AccessTable.staffRow(GET, "/probe/page"));
    }

    public static ConfigurableApplicationContext context() {
        return RUNNING;
    }

    public static String origin() {
        return "http://127.0.0.1:" + RUNNING.getEnvironment().getRequiredProperty("local.server.port");
    }

    public static HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    public static HttpResponse<String> post(String path, byte[] body, String... headers) {
        return send(request(path, headers).POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    /** As an agent of every site, in JSON. */
    public static HttpResponse<String> post(String path, String json) {
        return post(
                path,
                json.getBytes(StandardCharsets.UTF_8),
                "Authorization",
                agent(),
                "Content-Type",
                "application/json");
    }

    public static String agent() {
        return bearer("agent");
    }

    public static String bearer(String role) {
        return "Bearer " + TestTokens.token(role, role);
    }

    public static HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin() + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    public static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }
}
