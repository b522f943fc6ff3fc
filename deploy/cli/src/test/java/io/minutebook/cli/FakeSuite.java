package io.minutebook.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Plays token, imports, export and rebuild of a suite, keeping rows by their identity as intake does. */
final class FakeSuite implements AutoCloseable {
    static final JsonMapper JSON = new JsonMapper();

    final Map<String, JsonNode> rows = new LinkedHashMap<>();
    final List<Integer> requests = new ArrayList<>();
    final AtomicInteger busy = new AtomicInteger();
    final AtomicInteger tokens = new AtomicInteger();
    volatile String refuseActivity = "";
    volatile int mostRows = 1000;
    volatile String export = "case,activity\nC1,\"two\nlines\"\nC2,x\n";
    private final HttpServer server;
    private final AtomicInteger rebuilt = new AtomicInteger();

    FakeSuite() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/oauth2/token", this::token);
        server.createContext("/api/intake/imports", this::imports);
        server.createContext("/api/followup/exports/history.csv", exchange -> answer(exchange, 200, export));
        server.createContext(
                "/api/followup/exports/history", exchange -> answer(exchange, 200, "{\"rows\":" + rows.size() + "}"));
        server.createContext("/api/followup/rebuild", this::rebuild);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void token(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean known = "Basic ZGVtbzpkZW1v".equals(exchange.getRequestHeaders().getFirst("Authorization"));
        if (known && form.equals("grant_type=client_credentials")) {
            answer(exchange, 200, "{\"access_token\":\"t" + tokens.incrementAndGet() + "\",\"token_type\":\"Bearer\"}");
        } else {
            answer(exchange, 401, "{\"error\":\"invalid_client\"}");
        }
    }

    private void imports(HttpExchange exchange) throws IOException {
        JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
        if (!("Bearer t" + tokens.get()).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, "{\"code\":\"no\"}");
            return;
        }
        if (busy.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            exchange.getResponseHeaders().set("Retry-After", "0");
            answer(exchange, 503, "");
            return;
        }
        if (body.path("rows").size() > mostRows) {
            answer(exchange, 413, "{\"code\":\"too-large\"}");
            return;
        }
        List<String> errors = new ArrayList<>();
        for (int i = 0; i < body.path("rows").size(); i++) {
            if (body.path("rows").path(i).path("activity").asString().equals(refuseActivity)) {
                errors.add("{\"field\":\"rows[" + i + "].activity\",\"message\":\"not liked\"}");
            }
        }
        if (!errors.isEmpty()) {
            answer(exchange, 400, "{\"code\":\"invalid\",\"errors\":[" + String.join(",", errors) + "]}");
            return;
        }
        keep(exchange, body);
    }

    private void keep(HttpExchange exchange, JsonNode body) throws IOException {
        int imported = 0;
        requests.add(body.path("rows").size());
        for (JsonNode row : body.path("rows")) {
            ObjectNode identity = (ObjectNode) row.deepCopy();
            identity.remove(List.of("rank", "row"));
            imported += rows.put(body.path("source").asString() + identity, row) == null ? 1 : 0;
        }
        int known = body.path("rows").size() - imported;
        answer(exchange, 200, "{\"imported\":" + imported + ",\"known\":" + known + "}");
    }

    private void rebuild(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("POST")) {
            answer(exchange, 202, "");
            return;
        }
        boolean done = rebuilt.incrementAndGet() > 1;
        answer(exchange, 200, "{\"state\":\"" + (done ? "done" : "running") + "\",\"read\":7,\"total\":7}");
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
