package io.minutebook.intake;

import io.minutebook.platform.Service;
import io.minutebook.testing.Stand;
import io.minutebook.testing.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The one intake service of this process, and a client for it. */
final class Running {
    private static final ConfigurableApplicationContext CONTEXT = Service.run(
            IntakeApplication.class,
            "intake",
            "--server.port=0",
            "--server.address=127.0.0.1",
            "--spring.datasource.url=" + Stand.postgres().freshDatabase("intake"),
            "--spring.kafka.bootstrap-servers=" + Stand.kafka().bootstrapServers(),
            "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + TestTokens.issuer());
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    private Running() {}

    /** What came back: the status, and the body if it was JSON. */
    record Reply(int status, String text) {
        JsonNode json() {
            return JSON.readTree(text);
        }

        String text(String field) {
            return json().path(field).asString("");
        }

        String code() {
            return text("code");
        }
    }

    static ConfigurableApplicationContext context() {
        return CONTEXT;
    }

    /** As an agent of every site. */
    static Reply post(String path, Object body) {
        return post("agent", path, body);
    }

    static Reply post(String role, String path, Object body) {
        return post(path, JSON.writeValueAsString(body), "Authorization", bearer(role));
    }

    static Reply post(String path, String json, String... headers) {
        return send(request(path)
                .headers(headers)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    static Reply get(String path) {
        return send(request(path).header("Authorization", bearer("agent")).GET());
    }

    static String bearer(String role) {
        return "Bearer " + TestTokens.token(role, role);
    }

    static String bearerAt(String role, String site) {
        return "Bearer " + TestTokens.token(role, Map.of(role, java.util.List.of(site)));
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(
                "http://127.0.0.1:" + CONTEXT.getEnvironment().getRequiredProperty("local.server.port") + path));
    }

    private static Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Reply(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
