package io.minutebook.bench.kill;

import io.minutebook.platform.security.Role;
import io.minutebook.testing.TestTokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
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
            return status == 0
                    || status >= 500
                    || (status == CONFLICT && EARLY.stream().anyMatch(body::contains));
        }
    }

    private static final int CONFLICT = 409;

    /** Refusals that say that the news from another service has not arrived yet. */
    private static final List<String> EARLY = List.of("case-not-known-yet", "not-resolved-in-this-cycle");

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Duration TOKEN_LIFE = Duration.ofHours(12);

    private final Map<String, List<URI>> instances;
    private final Map<String, AtomicInteger> next = new ConcurrentHashMap<>();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final String token = TestTokens.token(
            "client",
            Arrays.stream(Role.values()).collect(Collectors.toMap(Role::word, role -> List.of("*"))),
            Instant.now().plus(TOKEN_LIFE));

    Door(Map<String, List<URI>> instances) {
        this.instances = Map.copyOf(instances);
    }

    Answer post(String service, String path, String key, String body) throws InterruptedException {
        int turn = turn(service);
        return settled(service, turn, send(service, turn, path, command(key, body)));
    }

    /**
     * The same, sent twice at once, as a caller does who lost patience; to two instances where there are two. It must happen once, and both
     * answers must be the same.
     */
    Answer postTwice(String service, String path, String key, String body) throws InterruptedException {
        int turn = turn(service);
        CompletableFuture<Answer> one = send(service, turn, path, command(key, body));
        Answer other = settled(service, turn, send(service, turn + 1, path, command(key, body)));
        return both(settled(service, turn, one), other);
    }

    static Answer both(Answer one, Answer other) {
        if (one.done() && other.done() && !one.body().equals(other.body())) {
            return new Answer(CONFLICT, "two answers to one key: " + one + " and " + other);
        }
        if (one.open() || other.open()) {
            return one.open() ? other : one;
        }
        return one.done() ? other : one;
    }

    Answer get(String service, String path) throws InterruptedException {
        int turn = turn(service);
        return settled(service, turn, send(service, turn, path, HttpRequest.Builder::GET));
    }

    private static UnaryOperator<HttpRequest.Builder> command(String key, String body) {
        return request -> request.header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body));
    }

    private int turn(String service) {
        return next.computeIfAbsent(service, unused -> new AtomicInteger()).get();
    }

    private CompletableFuture<Answer> send(
            String service, int turn, String path, UnaryOperator<HttpRequest.Builder> method) {
        List<URI> all = instances.getOrDefault(service, List.of());
        URI target = all.get(Math.floorMod(turn, all.size())).resolve("/api/" + service + "/" + path);
        HttpRequest request = method.apply(HttpRequest.newBuilder(target)
                        .header("Authorization", "Bearer " + token)
                        .timeout(PATIENCE))
                .build();
        return http.sendAsync(request, BodyHandlers.ofString())
                .thenApply(response -> new Answer(response.statusCode(), response.body()))
                .exceptionally(gone -> new Answer(0, String.valueOf(gone.getCause())));
    }

    /** Waits for the answer; where there is none, the next caller goes to the next instance. */
    private Answer settled(String service, int turn, CompletableFuture<Answer> sent) throws InterruptedException {
        try {
            Answer answer = sent.get();
            if (answer.status() == 0 || answer.status() >= 500) {
                AtomicInteger at = next.computeIfAbsent(service, unused -> new AtomicInteger());
                at.compareAndSet(turn, turn + 1);
            }
            return answer;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
