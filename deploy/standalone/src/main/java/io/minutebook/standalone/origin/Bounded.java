package io.minutebook.standalone.origin;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.ToLongFunction;

/** Refuses what is longer than the limits, or in a form that nothing behind could read; a body that is begun has to be there in time. */
final class Bounded implements HttpHandler {
    private static final String STREAM = "text/event-stream";
    /** What is between a header's name and its value, and behind it. */
    private static final int PUNCTUATION = 4;

    private final Limits limits;
    private final ToLongFunction<HttpServerExchange> longestBody;
    private final HttpHandler next;
    private final ConcurrentMap<String, Integer> streams = new ConcurrentHashMap<>();

    Bounded(Limits limits, ToLongFunction<HttpServerExchange> longestBody, HttpHandler next) {
        this.limits = limits;
        this.longestBody = longestBody;
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        var refusal = refusal(exchange);
        if (refusal.isPresent()) {
            refusal.get().answerAndClose(exchange);
            return;
        }
        if (isStream(exchange) && !admitStream(exchange)) {
            Refusal.MANY_STREAMS.answer(exchange);
            return;
        }
        if (!exchange.isRequestComplete()) {
            BoundedBody.expect(exchange, longestBody.applyAsLong(exchange), limits.bodyTime());
        }
        next.handleRequest(exchange);
    }

    private Optional<Refusal> refusal(HttpServerExchange exchange) {
        var headers = exchange.getRequestHeaders();
        if (exchange.getRequestURI().length() + exchange.getQueryString().length() > limits.address()) {
            return Optional.of(Refusal.LONG_ADDRESS);
        }
        if (length(headers) > limits.head() || fields(headers) > limits.fields()) {
            return Optional.of(Refusal.LONG_HEAD);
        }
        var coding = headers.get(Headers.TRANSFER_ENCODING);
        if (coding != null && !(coding.size() == 1 && coding.getFirst().equalsIgnoreCase("chunked"))) {
            return Optional.of(Refusal.UNKNOWN_CODING);
        }
        return exchange.getRequestContentLength() > longestBody.applyAsLong(exchange)
                ? Optional.of(Refusal.LONG_BODY)
                : Optional.empty();
    }

    private static int length(HeaderMap headers) {
        int length = 0;
        for (var values : headers) {
            for (var value : values) {
                length += values.getHeaderName().length() + value.length() + PUNCTUATION;
            }
        }
        return length;
    }

    private static int fields(HeaderMap headers) {
        int fields = 0;
        for (var values : headers) {
            fields += values.size();
        }
        return fields;
    }

    private static boolean isStream(HttpServerExchange exchange) {
        var accepted = exchange.getRequestHeaders().getFirst(Headers.ACCEPT);
        return accepted != null && accepted.contains(STREAM);
    }

    private boolean admitStream(HttpServerExchange exchange) {
        var client = client(exchange.getRequestHeaders());
        int open = streams.merge(client, 1, Integer::sum);
        exchange.addExchangeCompleteListener((ended, others) -> {
            streams.computeIfPresent(client, (who, count) -> count == 1 ? null : count - 1);
            others.proceed();
        });
        return open <= limits.streams();
    }

    /** Whoever shows the same credentials is one client. */
    private static String client(HeaderMap headers) {
        return headers.getFirst(Headers.AUTHORIZATION) + " " + headers.getFirst(Headers.COOKIE);
    }
}
