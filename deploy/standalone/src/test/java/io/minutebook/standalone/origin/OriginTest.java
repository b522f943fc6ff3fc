package io.minutebook.standalone.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OriginTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private int port;
    private Origin origin;
    private HttpServer service;

    @BeforeEach
    void open() throws IOException {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = probe.getLocalPort();
        }
        origin = Origin.open(port, List.of("intake", "followup"), "127.0.0.1:9192");
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            var seen = exchange.getRequestURI() + " for "
                    + exchange.getRequestHeaders().getFirst("X-Forwarded-Host") + ":"
                    + exchange.getRequestHeaders().getFirst("X-Forwarded-Port");
            var body = seen.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        service.start();
    }

    @AfterEach
    void close() {
        origin.close();
        service.stop(0);
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + service.getAddress().getPort());
    }

    @Test
    void passes_the_whole_address_on_to_the_service_it_is_for() throws Exception {
        origin.serve("intake", address());
        assertThat(get("/api/intake/cases?number=1%202").body())
                .isEqualTo("/api/intake/cases?number=1%202 for localhost:" + port);
        assertThat(get("/intake/cases").body()).startsWith("/intake/cases for ");
    }

    @Test
    void is_ready_when_every_service_is() throws Exception {
        origin.serve("intake", address());
        var early = get("/actuator/health/readiness");
        assertThat(early.statusCode()).isEqualTo(503);
        assertThat(early.body()).contains("\"intake\":{\"status\":\"UP\"}");
        origin.serve("followup", address());
        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    }

    @Test
    void answers_itself_for_what_is_not_there() throws Exception {
        assertThat(get("/api/followup/cases").statusCode()).isEqualTo(503);
        assertThat(get("/api/elsewhere").statusCode()).isEqualTo(404);
        assertThat(get("/actuator/env").statusCode()).isEqualTo(404);
        assertThat(get("/").headers().firstValue("location")).hasValue("/followup/cases");
        assertThat(get("/docs").body()).contains("/api/intake/openapi.json");
    }

    @Test
    void gives_the_contract_to_anybody() throws Exception {
        var asyncapi = get("/contract/asyncapi.json");
        assertThat(asyncapi.statusCode()).isEqualTo(200);
        assertThat(asyncapi.headers().firstValue("content-type")).hasValue("application/json");
        assertThat(asyncapi.body()).contains("\"default\" : \"127.0.0.1:9192\"");
        assertThat(get("/contract/events.txt").body()).contains("FaultDispatched\n");
        assertThat(get("/contract/schemas/ClockMet/2.json").body()).contains("urn:minutebook:contract:ClockMet:2");
        assertThat(get("/contract/schemas/ClockMet/1.json").statusCode()).isEqualTo(404);
        assertThat(get("/contract/openapi/intake.json").headers().firstValue("location"))
                .hasValue("/api/intake/openapi.json");
        assertThat(get("/contract/").statusCode()).isEqualTo(404);
        assertThat(get("/contract/../labels.properties").statusCode()).isEqualTo(404);
    }

    @Test
    void refuses_a_name_that_is_not_of_this_machine() throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write("GET /docs HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(text(socket.getInputStream())).startsWith("HTTP/1.1 421");
        }
    }

    @Test
    void says_when_its_port_is_taken() {
        assertThatThrownBy(() -> Origin.open(port, List.of(), "127.0.0.1:9192"))
                .isInstanceOf(Origin.PortTaken.class)
                .hasMessageContaining("port " + port + " is taken");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String text(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
}
