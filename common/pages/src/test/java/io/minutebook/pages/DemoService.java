package io.minutebook.pages;

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

/** A service with nothing but pages, started once a process, and a client for it. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({DemoPages.class, DemoWords.WordsCommandController.class, DemoWords.WordsPages.class})
class DemoService {
    private static final String WITHOUT_LOG = String.join(
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
            DemoService.class,
            "probe",
            "--spring.autoconfigure.exclude=" + WITHOUT_LOG,
            "--minutebook.home=/probe/start",
            "--server.port=0",
            "--server.address=127.0.0.1",
            "--logging.structured.format.console=",
            "--spring.datasource.url=none?user=none",
            "--spring.kafka.bootstrap-servers=none",
            "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + TestTokens.issuer());
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    static String origin() {
        return "http://127.0.0.1:" + RUNNING.getEnvironment().getRequiredProperty("local.server.port");
    }

    static HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    static HttpResponse<String> post(String path, byte[] body, String... headers) {
        return send(request(path, headers).POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    static String agent() {
        return bearer("agent");
    }

    static String bearer(String role) {
        return "Bearer " + TestTokens.token(role, role);
    }

    static HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin() + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
