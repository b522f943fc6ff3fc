package io.minutebook.platform.probe;

import io.minutebook.platform.Service;
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

    private static final ConfigurableApplicationContext RUNNING = start(Probe.class);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** Starts another such service, on a port of its own. */
    public static ConfigurableApplicationContext start(Class<?> application) {
        return Service.run(
                application,
                "probe",
                "--spring.autoconfigure.exclude=" + WITHOUT_LOG,
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--logging.structured.format.console=",
                "--spring.datasource.url=none?user=none",
                "--spring.kafka.bootstrap-servers=none",
                "--minutebook.on-behalf=pbx",
                "--minutebook.people[0].login=agent-07",
                "--minutebook.people[0].roles=agent",
                "--minutebook.people[1].login=supervisor-01",
                "--minutebook.people[1].roles=supervisor",
                "--minutebook.people[1].sites=bj",
                "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + TestTokens.issuer());
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
