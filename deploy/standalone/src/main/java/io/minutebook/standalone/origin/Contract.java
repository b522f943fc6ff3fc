package io.minutebook.standalone.origin;

import io.minutebook.contract.Catalogue;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The contract over HTTP, for anybody: what the services publish, event by event and as one document, and what each of them takes. */
final class Contract implements HttpHandler {
    static final String PREFIX = "/contract/";
    private static final String JSON = "application/json";

    private record Document(String type, String text) {}

    private final Map<String, Document> documents = new HashMap<>();
    private final List<String> services;

    /** @param broker where the topics are read, for the document that describes them */
    Contract(List<String> services, String broker) {
        this.services = List.copyOf(services);
        documents.put("events.txt", new Document("text/plain; charset=utf-8", resource("events.txt")));
        documents.put(
                "asyncapi.json", new Document(JSON, resource("asyncapi.json").replace("localhost:9092", broker)));
        for (Catalogue.EventType type : Catalogue.types()) {
            documents.put(
                    "schemas/" + type.type() + '/' + type.version() + ".json",
                    new Document("application/schema+json", resource("schemas/" + type.type() + ".json")));
        }
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        String name = exchange.getRequestPath().substring(PREFIX.length());
        for (String service : services) {
            if (name.equals("openapi/" + service + ".json")) {
                Answers.redirect(exchange, "/api/" + service + "/openapi.json");
                return;
            }
        }
        Document document = documents.get(name);
        if (document == null) {
            Refusal.UNKNOWN.answer(exchange);
            return;
        }
        if (!exchange.getRequestMethod().equals(Methods.GET)
                && !exchange.getRequestMethod().equals(Methods.HEAD)) {
            exchange.getResponseHeaders().put(Headers.ALLOW, "GET, HEAD");
            Answers.problem(exchange, 405, "method-not-allowed", "The contract is only read.");
            return;
        }
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, document.type());
        exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, "public, max-age=300");
        exchange.getResponseSender().send(document.text());
    }

    private static String resource(String name) {
        try (InputStream found = Catalogue.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(found, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
