package io.minutebook.bench.kill;

import io.minutebook.platform.security.Role;
import io.minutebook.testing.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The services' API as a caller sees it who knows every instance and goes to the next one where one does not answer. */
final class Door {
    /** @param status of HTTP, or 0 where nobody answered */
    record Answer(int status, String body) {
        boolean done() {
            return status >= 200 && status < 300;
        }

        /** Nothing is settled: ask again, with the same key. */
        boolean open() {
            return status == 0 || status >= 500 || (status == 409 && body.contains("case-not-known-yet"));
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Duration TOKEN_LIFE = Duration.ofHours(12);

    private final Map<String, List<URI>> instances;
    private final Map<String, AtomicInteger> next = new ConcurrentHashMap<>();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final String token = Tokens.token(
            "client",
            Arrays.stream(Role.values()).collect(Collectors.toMap(Role::word, role -> List.of("*"))),
            Instant.now().plus(TOKEN_LIFE));

    Door(Map<String, List<URI>> instances) {
        this.instances = Map.copyOf(instances);
    }

    Answer post(String service, String path, String key, String body) throws InterruptedException {
        return send(
                service,
                path,
                request -> request.header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(body)));
    }

    Answer get(String service, String path) throws InterruptedException {
        return send(service, path, HttpRequest.Builder::GET);
    }

    private Answer send(String service, String path, UnaryOperator<HttpRequest.Builder> method)
            throws InterruptedException {
        List<URI> all = instances.getOrDefault(service, List.of());
        AtomicInteger at = next.computeIfAbsent(service, unused -> new AtomicInteger());
        int turn = at.get();
        URI target = all.get(Math.floorMod(turn, all.size())).resolve("/api/" + service + "/" + path);
        HttpRequest request = method.apply(HttpRequest.newBuilder(target)
                        .header("Authorization", "Bearer " + token)
                        .timeout(PATIENCE))
                .build();
        Answer answer;
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            answer = new Answer(response.statusCode(), response.body());
        } catch (IOException gone) {
            answer = new Answer(0, gone.toString());
        }
        if (answer.status() == 0 || answer.status() >= 500) {
            at.compareAndSet(turn, turn + 1);
        }
        return answer;
    }
}
