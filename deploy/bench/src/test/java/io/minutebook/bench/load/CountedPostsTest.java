package io.minutebook.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CountedPostsTest {
    private static final int CREATED = 201;

    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void counts_only_what_was_done_and_tells_every_other_answer() throws Exception {
        var posts = posts();

        ClosedLoop.times(4, 100, posts);

        assertThat(asked).hasValue(100);
        assertThat(posts.share()).isEqualTo(0.7);
        assertThat(posts.others()).isEqualTo(Map.of("503", 20L, CountedPosts.NONE, 10L));
    }

    @Test
    void nothing_asked_is_nothing_done() {
        assertThat(posts().share()).isZero();
        assertThat(posts().others()).isEmpty();
    }

    private CountedPosts posts() {
        return new CountedPosts(server.getAddress().getPort(), HttpPosts.request("/cases", "token", "{}"), CREATED);
    }

    /** Of ten one ends without an answer, two are refused. */
    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            switch (asked.getAndIncrement() % 10) {
                case 0 -> throw new IOException("no answer, on purpose");
                case 1, 2 -> exchange.sendResponseHeaders(503, -1);
                default -> exchange.sendResponseHeaders(CREATED, -1);
            }
        }
    }
}
