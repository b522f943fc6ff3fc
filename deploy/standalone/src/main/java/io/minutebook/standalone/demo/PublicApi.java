package io.minutebook.standalone.demo;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The suite as any machine client sees it. A step that is refused is counted and noted; the day goes on. */
final class PublicApi {
    private static final Logger LOG = LoggerFactory.getLogger(PublicApi.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final int TRIES = 100;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final URI origin;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private String token = "";
    private int steps;
    private int refused;

    PublicApi(URI origin) {
        this.origin = origin;
    }

    int steps() {
        return steps;
    }

    int refused() {
        return refused;
    }

    JsonNode get(String path) throws InterruptedException {
        return ask(request(path).GET(), path);
    }

    /** What the service answered; an empty object when it refused. */
    JsonNode post(String path, Map<String, ?> body) throws InterruptedException {
        return post(path, body, request(path));
    }

    /** The same for a person, whom the demo's client acts for. */
    JsonNode postAs(String person, String path, Map<String, ?> body) throws InterruptedException {
        return post(path, body, request(path).header("X-On-Behalf-Of", person));
    }

    private JsonNode post(String path, Map<String, ?> body, HttpRequest.Builder request) throws InterruptedException {
        steps++;
        return ask(
                request.header("Content-Type", "application/json")
                        .header("Idempotency-Key", "demo-" + steps)
                        .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))),
                path);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Another service may not have heard of the case, or of its resolution, yet; then a little later it has. */
    private JsonNode ask(HttpRequest.Builder request, String path) throws InterruptedException {
        for (int tries = 1; ; tries++) {
            HttpResponse<String> response =
                    send(request.setHeader("Authorization", "Bearer " + token).build());
            JsonNode body = json(response.body());
            if (response.statusCode() / 100 == 2) {
                return body;
            }
            boolean expired = response.statusCode() == 401 && tries == 1;
            boolean early = response.headers().firstValue("Retry-After").isPresent();
            if (expired) {
                token = newToken();
            } else if (early && tries < TRIES) {
                TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            } else {
                refused++;
                LOG.warn("demo: {} was refused: {} {}", path, response.statusCode(), response.body());
                return JSON.createObjectNode();
            }
        }
    }

    private String newToken() throws InterruptedException {
        String basic = Base64.getEncoder().encodeToString("demo:demo".getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> response = send(request("/oauth2/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", "Basic " + basic)
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build());
        return json(response.body()).path("access_token").asString("");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(origin.resolve(path)).timeout(Duration.ofSeconds(30));
    }

    private HttpResponse<String> send(HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new Unreachable(e);
        }
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            return JSON.createObjectNode();
        }
    }

    /** The suite does not answer: it is being stopped. */
    static final class Unreachable extends RuntimeException {
        Unreachable(IOException cause) {
            super(cause);
        }
    }
}
