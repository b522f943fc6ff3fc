package io.minutebook.standalone.origin;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.StatusCodes;

/** Sees to it that no request ends with a bare status: what was passed on and not answered is explained. */
record Explained(HttpHandler next) implements HttpHandler {
    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        exchange.addDefaultResponseListener(Explained::explain);
        next.handleRequest(exchange);
    }

    /** Returns whether it did. */
    private static boolean explain(HttpServerExchange exchange) {
        if (exchange.getStatusCode() < StatusCodes.INTERNAL_SERVER_ERROR) {
            return false;
        }
        var found = exchange.getAttachment(Refusal.FOUND);
        if (found == null) {
            Refusal.SILENT.answer(exchange);
        } else {
            found.answerAndClose(exchange);
        }
        return true;
    }
}
