package io.minutebook.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;

/** A busy hour: many cases are registered at once, some are led to their clearance and looked at. What is refused on the way does not matter. */
final class Rehearsal {
    private static final int REGISTERED = 1_500;
    private static final int LED = 150;
    private static final int AT_ONCE = 16;
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");
    private static final Pattern CASE = Pattern.compile("\"caseId\":\"([^\"]+)\"");
    private static final String REPORT = """
            {"channel":"PHONE","site":"shanghai","type":"FAULT","customer":{"name":"Zhao Min","phone":"13800000000"},\
            "product":{"model":"X-1","serialNumber":"SN-1"},"symptom":"no output","actionsTried":["restarted"]}""";

    /** What is done to a case, one after the other, so that by the next the other services have heard of the last. */
    private static final List<Step> LIFE = List.of(
            new Step("intake", "preprocessing", "{\"outcome\":\"DISPATCH\",\"steps\":[\"power cycled\"]}"),
            new Step("intake", "dispatch", "{\"project\":\"P-1\",\"engineer\":\"engineer-3\"}"),
            new Step("escalation", "acknowledgement", "{}"),
            new Step("escalation", "plan", "{\"plan\":\"replace the fuse\"}"),
            new Step("escalation", "resolution", "{\"summary\":\"fuse replaced\"}"),
            new Step("followup", "callbacks", "{\"reached\":true,\"restored\":true}"),
            new Step("followup", "clearance", "{}"));

    private record Step(String service, String name, String body) {}

    private final URI origin;
    private final HttpClient client;
    private final String token;

    private Rehearsal(URI origin, HttpClient client) throws IOException, InterruptedException {
        this.origin = origin;
        this.client = client;
        this.token = token();
    }

    static void play(URI origin, HttpClient client) throws IOException, InterruptedException {
        new Rehearsal(origin, client).play();
    }

    private void play() throws InterruptedException {
        var cases = new ConcurrentLinkedQueue<String>();
        times(
                REGISTERED,
                number -> first(CASE, post("/api/intake/cases", REPORT)).ifPresent(cases::add));
        var led = cases.stream().limit(LED).toList();
        for (var step : LIFE) {
            times(
                    led.size(),
                    number -> post(
                            "/api/" + step.service() + "/cases/" + led.get(number) + "/" + step.name(), step.body()));
        }
        times(led.size(), number -> get("/api/followup/cases/" + led.get(number) + "/timeline"));
        times(led.size(), number -> get("/api/followup/cases?size=20"));
    }

    private interface Act {
        void at(int number) throws IOException, InterruptedException;
    }

    private static void times(int count, Act act) throws InterruptedException {
        var places = new Semaphore(AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                int number = i;
                places.acquire();
                threads.submit(() -> {
                    try {
                        act.at(number);
                        return number;
                    } finally {
                        places.release();
                    }
                });
            }
        }
    }

    private String token() throws IOException, InterruptedException {
        var basic = Base64.getEncoder().encodeToString("demo:demo".getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(origin.resolve("/oauth2/token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"));
        return first(TOKEN, send(request)).orElseThrow();
    }

    private String post(String path, String body) throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    private String get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(origin.resolve(path)).header("Authorization", "Bearer " + token);
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString()).body();
    }

    private static Optional<String> first(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
