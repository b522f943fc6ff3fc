package io.minutebook.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.platform.Service;
import io.minutebook.platform.security.AccessTable;
import io.minutebook.testing.Stand;
import io.minutebook.testing.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service on the stand's database and broker, and a caller of its addresses. */
final class Running implements AutoCloseable {
    /** An answer; {@code body} is a null node where there is none. */
    record Answer(int status, JsonNode body) {}

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final ConfigurableApplicationContext service;

    private Running(ConfigurableApplicationContext service) {
        this.service = service;
    }

    static Running on(String database) {
        return new Running(Service.application(KnowledgeApplication.class, "knowledge")
                .run(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--spring.datasource.url=" + database,
                        "--spring.datasource.username=",
                        "--spring.kafka.bootstrap-servers=" + Stand.kafka().bootstrapServers(),
                        "--spring.security.oauth2.resourceserver.jwt.jwk-set-uri=" + TestTokens.jwkSetUri(),
                        "--minutebook.kafka.partitions=3"));
    }

    AccessTable accessTable() {
        return service.getBean(AccessTable.class);
    }

    Answer post(String path, String json, String... roles) {
        return send(request(path, roles)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    Answer put(String path, String json, String... roles) {
        return send(request(path, roles)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    Answer get(String path, String... roles) {
        return send(request(path, roles).GET());
    }

    /** The results of a search. */
    JsonNode search(String question) {
        String asked = URLEncoder.encode(question, StandardCharsets.UTF_8);
        Answer answer = get("/api/knowledge/search?q=" + asked, "agent");
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body().get("results");
    }

    @Override
    public void close() {
        service.close();
    }

    private HttpRequest.Builder request(String path, String... roles) {
        String port = service.getEnvironment().getRequiredProperty("local.server.port");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return roles.length == 0
                ? request
                : request.header("Authorization", "Bearer " + TestTokens.token("wang", roles));
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    JsonMapper.shared().readTree(response.body().isEmpty() ? "null" : response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
