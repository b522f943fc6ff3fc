package io.minutebook.standalone.origin;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.util.Set;

/** Refuses requests that a foreign web page made through a name of its own that points to this machine. */
record LoopbackNamesOnly(HttpHandler next) implements HttpHandler {
    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        if (NAMES.contains(exchange.getHostName())) {
            next.handleRequest(exchange);
        } else {
            Refusal.MISDIRECTED.answer(exchange);
        }
    }
}
