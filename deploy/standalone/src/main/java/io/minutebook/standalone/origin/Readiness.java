package io.minutebook.standalone.origin;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Ready when every service says of itself that it takes work. */
final class Readiness implements HttpHandler {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final List<String> services;
    private final Map<String, URI> addresses;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    Readiness(List<String> services, Map<String, URI> addresses) {
        this.services = services;
        this.addresses = addresses;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        var states = states();
        var all = !states.containsValue(false);
        var components = states.entrySet().stream()
                .map(state -> "\"%s\":{\"status\":\"%s\"}".formatted(state.getKey(), word(state.getValue())))
                .collect(Collectors.joining(","));
        Answers.json(
                exchange, all ? 200 : 503, "{\"status\":\"%s\",\"components\":{%s}}".formatted(word(all), components));
    }

    boolean all() {
        return !states().containsValue(false);
    }

    Map<String, Boolean> states() {
        var states = new TreeMap<String, Boolean>();
        services.forEach(service -> states.put(service, ready(service)));
        return states;
    }

    private boolean ready(String service) {
        var address = addresses.get(service);
        if (address == null) {
            return false;
        }
        try {
            var request = HttpRequest.newBuilder(address.resolve("/actuator/health/readiness"))
                    .timeout(PATIENCE)
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String word(boolean ready) {
        return ready ? "UP" : "OUT_OF_SERVICE";
    }
}
