package io.minutebook.standalone.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BoundsTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Limits ROOMY = new Limits(256, 200, 1_000, 20, 50_000, 2_000, 100_000, LONG, LONG, LONG, 2);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private CountDownLatch held = new CountDownLatch(0);
    private HttpServer service;
    private int port;
    private @Nullable Origin origin;

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
        service.setExecutor(threads);
        service.createContext("/", this::serve);
        service.createContext("/intake/live", this::tell);
        service.start();
        port = freePort();
    }

    @AfterEach
    void stop() {
        if (origin != null) {
            origin.close();
        }
        service.stop(0);
        threads.shutdownNow();
    }

    @Test
    void every_one_of_64_requests_at_once_is_answered_by_the_service() throws Exception {
        open(ROOMY);
        held = new CountDownLatch(64);
        List<Future<String>> answers = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            answers.add(threads.submit(() -> ask("GET /intake/cases HTTP/1.1\r\nHost: localhost\r\n\r\n")));
        }
        for (var answer : answers) {
            assertThat(answer.get()).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void a_connection_too_many_waits_until_one_of_the_others_ends() throws Exception {
        open(new Limits(4, 200, 1_000, 20, 50_000, 2_000, 100_000, LONG, LONG, LONG, 2));
        held = new CountDownLatch(5);
        List<Wire> first = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            first.add(new Wire().send("GET /intake/cases HTTP/1.1\r\nHost: localhost\r\n\r\n"));
        }
        await().until(() -> underWay.get() == 4);
        try (var fifth = new Wire().send("GET /intake/cases HTTP/1.1\r\nHost: localhost\r\n\r\n")) {
            await().during(Duration.ofMillis(500)).until(() -> underWay.get() == 4);
            held.countDown();
            assertThat(first.getFirst().answer()).startsWith("HTTP/1.1 200");
            first.getFirst().close();
            assertThat(fifth.answer()).startsWith("HTTP/1.1 200");
        } finally {
            for (var wire : first) {
                wire.close();
            }
        }
    }

    @Test
    void a_head_that_does_not_end_in_time_ends_the_connection() throws Exception {
        open(new Limits(256, 200, 1_000, 20, 50_000, 2_000, 100_000, SHORT, LONG, LONG, 2));
        try (var wire = new Wire().send("GET /intake/cases HTTP/1.1\r\nHost: local")) {
            assertThat(wire.answer()).isEmpty();
        }
    }

    @Test
    void a_connection_on_which_nothing_is_asked_is_closed() throws Exception {
        open(new Limits(256, 200, 1_000, 20, 50_000, 2_000, 100_000, LONG, LONG, SHORT, 2));
        try (var silent = new Wire();
                var kept = new Wire().send("GET /intake/cases HTTP/1.1\r\nHost: localhost\r\n\r\n")) {
            assertThat(silent.rest()).isEmpty();
            assertThat(kept.rest()).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void a_newcomer_is_let_in_when_those_who_ask_nothing_are_closed() throws Exception {
        open(new Limits(4, 200, 1_000, 20, 50_000, 2_000, 100_000, LONG, LONG, SHORT, 2));
        List<Wire> silent = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            silent.add(new Wire());
        }
        assertThat(ask("GET /intake/cases HTTP/1.1\r\nHost: localhost\r\n\r\n")).startsWith("HTTP/1.1 200");
        assertThat(Limits.USUAL.idleTime()).isEqualTo(Duration.ofSeconds(10));
        for (var wire : silent) {
            assertThat(wire.rest()).isEmpty();
            wire.close();
        }
    }

    @Test
    void a_body_that_does_not_end_in_time_is_refused_and_the_service_never_hears_of_it() throws Exception {
        open(new Limits(256, 200, 1_000, 20, 50_000, 2_000, 100_000, LONG, SHORT, LONG, 2));
        assertThat(ask("POST /intake/cases HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{\"a\":"))
                .startsWith("HTTP/1.1 408")
                .contains("application/problem+json", "\"code\":\"body-too-slow\"");
        assertThat(asked.get()).isZero();
    }

    @Test
    void a_body_in_time_is_passed_on_whole() throws Exception {
        open(ROOMY);
        try (var wire = new Wire()
                .send("POST /intake/cases HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n")) {
            wire.send("5\r\nfirst\r\n").send("6\r\nsecond\r\n").send("0\r\n\r\n");
            assertThat(wire.answer()).startsWith("HTTP/1.1 200").endsWith("got 11");
        }
    }

    @Test
    void a_body_too_long_is_refused_whether_its_length_is_told_or_not() throws Exception {
        open(ROOMY);
        assertThat(ask("POST /intake/cases HTTP/1.1\r\nHost: localhost\r\nContent-Length: 50001\r\n\r\n"))
                .startsWith("HTTP/1.1 413")
                .contains("\"code\":\"body-too-long\"");
        assertThat(ask("POST /intake/cases HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + "c351\r\n" + "x".repeat(50_001) + "\r\n0\r\n\r\n"))
                .startsWith("HTTP/1.1 413")
                .contains("\"code\":\"body-too-long\"");
        assertThat(ask("POST /intake/cases HTTP/1.1\r\nHost: localhost\r\nContent-Length: 50000\r\n\r\n"
                        + "x".repeat(50_000)))
                .endsWith("got 50000");
    }

    @Test
    void a_service_hears_of_a_body_only_when_it_is_whole() throws Exception {
        open(ROOMY);
        List<Wire> announced = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            announced.add(new Wire().send(post("/intake/cases", 50_000) + "x"));
        }
        assertThat(ask(post("/intake/cases", 40_000) + "x".repeat(40_000))).endsWith("got 40000");
        assertThat(asked.get()).isOne();
        announced.getFirst().send("x".repeat(49_999));
        assertThat(announced.getFirst().answer()).endsWith("got 50000");
        for (var wire : announced) {
            wire.close();
        }
    }

    @Test
    void all_bodies_under_way_take_so_much_and_no_more_and_short_ones_are_let_in_all_the_same() throws Exception {
        open(ROOMY);
        held = new CountDownLatch(4);
        List<Wire> first = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            first.add(new Wire().send(post("/intake/cases", 40_000) + "x".repeat(40_000)));
        }
        await().until(() -> underWay.get() == 3);
        assertThat(ask(post("/intake/cases", 40_000) + "x".repeat(40_000)))
                .startsWith("HTTP/1.1 503")
                .containsIgnoringCase("Retry-After: 1")
                .contains("application/problem+json", "\"code\":\"busy\"");
        assertThat(ask(post("/intake/cases", 10_000) + "x".repeat(10_000))).endsWith("got 10000");
        for (var wire : first) {
            assertThat(wire.answer()).endsWith("got 40000");
            wire.close();
        }
        await().until(() ->
                ask(post("/intake/cases", 40_000) + "x".repeat(40_000)).endsWith("got 40000"));
    }

    @Test
    void a_client_that_asks_first_is_told_to_send_its_body() throws Exception {
        open(ROOMY);
        try (var wire = new Wire()
                .send("POST /intake/cases HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\n"
                        + "Content-Length: 30000\r\n\r\n")) {
            assertThat(wire.head()).startsWith("HTTP/1.1 100");
            wire.forget().send("x".repeat(30_000));
            assertThat(wire.answer()).startsWith("HTTP/1.1 200").endsWith("got 30000");
        }
    }

    @Test
    void a_form_of_sign_in_is_short() throws Exception {
        open(ROOMY);
        assertThat(ask(post("/login", 2_001))).startsWith("HTTP/1.1 413").contains("\"code\":\"body-too-long\"");
        assertThat(ask("POST /oauth2/token HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + "7d1\r\n" + "x".repeat(2_001) + "\r\n0\r\n\r\n"))
                .startsWith("HTTP/1.1 413");
    }

    @Test
    void an_address_too_long_is_refused() throws Exception {
        open(ROOMY);
        assertThat(ask("GET /intake/cases?q=" + "x".repeat(200) + " HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                .startsWith("HTTP/1.1 414")
                .contains("\"code\":\"address-too-long\"");
    }

    @Test
    void header_fields_too_long_are_refused() throws Exception {
        open(ROOMY);
        assertThat(ask("GET /intake/cases HTTP/1.1\r\nHost: localhost\r\nX-A: " + "x".repeat(500) + "\r\nX-B: "
                        + "x".repeat(500) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431")
                .contains("\"code\":\"head-too-long\"");
    }

    @Test
    void header_fields_too_many_are_refused_however_small_they_are() throws Exception {
        open(new Limits(256, 200, 10_000, 20, 50_000, 2_000, 100_000, LONG, LONG, LONG, 2));
        for (int fields : new int[] {20, 150, 300}) {
            assertThat(ask("GET /intake/cases HTTP/1.1\r\nHost: localhost\r\n" + fields(fields) + "\r\n"))
                    .as("%d fields", fields)
                    .startsWith("HTTP/1.1 431")
                    .contains("\"type\":\"urn:minutebook:problem:head-too-long\"", "\"code\":\"head-too-long\"");
        }
        assertThat(ask("GET /intake/cases HTTP/1.1\r\nHost: localhost\r\n" + fields(19) + "\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void a_transfer_coding_that_nobody_knows_is_refused_at_once() throws Exception {
        open(ROOMY);
        assertThat(ask("POST /intake/cases HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: x\r\n\r\n{}"))
                .startsWith("HTTP/1.1 501")
                .contains("\"code\":\"unknown-coding\"");
    }

    @Test
    void a_client_listens_to_so_many_streams_and_no_more_at_a_time() throws Exception {
        open(ROOMY);
        held = new CountDownLatch(1);
        try (var one = new Wire().send(stream("a"));
                var two = new Wire().send(stream("a"))) {
            await().until(() -> underWay.get() == 2);
            try (var third = new Wire().send(stream("a"))) {
                assertThat(third.head()).startsWith("HTTP/1.1 429").containsIgnoringCase("Retry-After: 1");
            }
            try (var other = new Wire().send(stream("b"))) {
                await().until(() -> underWay.get() == 3);
            }
            one.close();
            await().until(() -> {
                try (var again = new Wire().send(stream("a"))) {
                    return again.head().startsWith("HTTP/1.1 200");
                }
            });
        }
    }

    @Test
    void a_service_that_is_away_is_told_of_with_a_reason() throws Exception {
        origin = Origin.open(port, List.of("intake"), ROOMY);
        origin.serve("intake", URI.create("http://127.0.0.1:" + freePort()));
        assertThat(ask("POST /intake/cases HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}"))
                .startsWith("HTTP/1.1 503")
                .containsIgnoringCase("Retry-After: 1")
                .contains("application/problem+json", "\"code\":\"no-answer\"");
    }

    @Test
    void a_service_that_goes_away_over_a_request_is_told_of_with_a_reason() throws Exception {
        try (var dying = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            origin = Origin.open(port, List.of("intake"), ROOMY);
            origin.serve("intake", URI.create("http://127.0.0.1:" + dying.getLocalPort()));
            threads.submit(() -> {
                try (var socket = dying.accept()) {
                    return socket.getInputStream().read();
                }
            });
            assertThat(ask("POST /intake/cases HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}"))
                    .startsWith("HTTP/1.1 503")
                    .contains("\"code\":\"no-answer\"");
        }
    }

    private void open(Limits limits) {
        origin = Origin.open(port, List.of("intake"), limits);
        origin.serve(
                "intake", URI.create("http://127.0.0.1:" + service.getAddress().getPort()));
    }

    private static String fields(int count) {
        return IntStream.range(0, count).mapToObj(i -> "X-" + i + ": a\r\n").collect(Collectors.joining());
    }

    private static String post(String path, int length) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + length + "\r\n\r\n";
    }

    private static String stream(String token) {
        return "GET /intake/live HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\nAuthorization: Bearer "
                + token + "\r\n\r\n";
    }

    private void serve(HttpExchange exchange) throws IOException {
        underWay.incrementAndGet();
        asked.incrementAndGet();
        try (exchange) {
            var body = ("got " + exchange.getRequestBody().readAllBytes().length).getBytes(StandardCharsets.US_ASCII);
            held.countDown();
            held.await(30, TimeUnit.SECONDS);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            underWay.decrementAndGet();
        }
    }

    /** A stream on which something is told until nobody listens. */
    private void tell(HttpExchange exchange) throws IOException {
        underWay.incrementAndGet();
        try (exchange) {
            exchange.sendResponseHeaders(200, 0);
            while (!held.await(20, TimeUnit.MILLISECONDS)) {
                exchange.getResponseBody().write(':');
                exchange.getResponseBody().flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            underWay.decrementAndGet();
        }
    }

    private String ask(String request) throws IOException {
        try (var wire = new Wire().send(request)) {
            return wire.answer();
        }
    }

    private static int freePort() throws IOException {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    /** A client's connection, byte for byte. */
    private final class Wire implements AutoCloseable {
        private final Socket socket;
        private final StringBuilder read = new StringBuilder();

        Wire() throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(20_000);
        }

        Wire send(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            return this;
        }

        /** From here on only what comes next is of interest. */
        Wire forget() {
            read.setLength(0);
            return this;
        }

        /** One answer whose length is told; nothing where the connection ends. */
        String answer() throws IOException {
            while (!whole() && readOn()) {
                // until it is there
            }
            return read.toString();
        }

        /** All there is until the other side closes the connection. */
        String rest() throws IOException {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }

        /** The answer without its body; nothing where the connection ends. */
        String head() throws IOException {
            while (read.indexOf("\r\n\r\n") < 0 && readOn()) {
                // until it is there
            }
            return read.toString();
        }

        private boolean readOn() throws IOException {
            int next = socket.getInputStream().read();
            if (next >= 0) {
                read.append((char) next);
            }
            return next >= 0;
        }

        private boolean whole() {
            int head = read.indexOf("\r\n\r\n");
            if (head < 0) {
                return false;
            }
            var length = read.substring(0, head).toLowerCase(Locale.ROOT).split("content-length: ", 2);
            return length.length == 2
                    && read.length() - head - 4 >= Integer.parseInt(length[1].split("\r", 2)[0]);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
