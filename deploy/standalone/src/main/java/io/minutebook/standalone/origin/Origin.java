package io.minutebook.standalone.origin;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.GracefulShutdownHandler;
import io.undertow.server.handlers.HttpContinueReadHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.xnio.Options;

/** One loopback address before the whole suite. It listens from the start and answers 503 for what is not up yet. */
public final class Origin implements AutoCloseable {
    private static final Set<String> OF_ISSUER =
            Set.of("oauth2", "login", "logout", ".well-known", "userinfo", "connect", "default-ui.css");
    private static final int IO_THREADS = 2;
    private static final int WORKERS = 8;
    /** Connections that wait to be taken up. */
    private static final int WAITING = 1_024;
    /** Heads that are longer than the limit are read so far, to be answered; what is longer still is not. */
    private static final int MOST_OF_A_HEAD = 64 * 1024;

    private static final int MOST_FIELDS = 2_000;

    /** Bodies are {@link Bounded} by the origin itself, which says so. */
    private static final long NO_LIMIT = -1;

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long GRACE_MILLIS = 1_000;

    private static final String USUAL_BROKER = "localhost:9092";

    private final List<String> services;
    private final String broker;
    private final Contract contract;
    private final Limits limits;
    private final Map<String, HttpHandler> targets = new ConcurrentHashMap<>();
    private final Map<String, URI> addresses = new ConcurrentHashMap<>();
    private final GracefulShutdownHandler door;
    private final Undertow server;
    private final Readiness readiness;

    private Origin(int port, Collection<String> services, String broker, Limits limits) {
        this.services = List.copyOf(services);
        this.broker = broker;
        contract = new Contract(this.services, broker);
        this.limits = limits;
        readiness = new Readiness(this.services, addresses);
        door = new GracefulShutdownHandler(new Bounded(
                limits,
                this::longestBody,
                new HttpContinueReadHandler(new BodyArrival(limits, new LoopbackNamesOnly(this::route)))));
        server = Undertow.builder()
                .addHttpListener(port, "127.0.0.1")
                .setIoThreads(IO_THREADS)
                .setWorkerThreads(WORKERS)
                .setSocketOption(Options.BACKLOG, WAITING)
                .setSocketOption(Options.CONNECTION_HIGH_WATER, limits.connections())
                .setSocketOption(Options.CONNECTION_LOW_WATER, limits.connections())
                .setServerOption(UndertowOptions.ENABLE_HTTP2, false)
                .setServerOption(UndertowOptions.ALWAYS_SET_DATE, true)
                .setServerOption(UndertowOptions.MAX_HEADER_SIZE, MOST_OF_A_HEAD)
                .setServerOption(UndertowOptions.MAX_HEADERS, MOST_FIELDS)
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, NO_LIMIT)
                .setServerOption(UndertowOptions.REQUEST_PARSE_TIMEOUT, millis(limits.headTime()))
                .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, millis(limits.idleTime()))
                .setHandler(new Explained(door))
                .build();
    }

    private static int millis(Duration time) {
        return Math.toIntExact(time.toMillis());
    }

    /**
     * Throws {@link PortTaken} when another program listens there.
     *
     * @param option chooses another port
     */
    public static void requireFree(int port, String option) {
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress("127.0.0.1", port));
        } catch (BindException e) {
            throw new PortTaken(port, option, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Listens at once; throws {@link PortTaken} when something else does. */
    public static Origin open(int port, Collection<String> services, String broker) {
        return open(port, services, broker, Limits.USUAL);
    }

    static Origin open(int port, Collection<String> services, Limits limits) {
        return open(port, services, USUAL_BROKER, limits);
    }

    private static Origin open(int port, Collection<String> services, String broker, Limits limits) {
        var origin = new Origin(port, services, broker, limits);
        try {
            origin.server.start();
        } catch (RuntimeException e) {
            if (e.getCause() instanceof BindException) {
                throw new PortTaken(port, "--port", e);
            }
            throw e;
        }
        return origin;
    }

    /** From now on passes the service's addresses to where it listens. */
    public void serve(String service, URI address) {
        addresses.put(service, address);
        targets.put(service, Passage.to(address, limits.connections()));
    }

    /** From now on passes sign-in and token requests to where the issuer listens. */
    public void issue(URI address) {
        var passage = Passage.to(address, limits.connections());
        OF_ISSUER.forEach(first -> targets.put(first, passage));
    }

    /** Returns when every service says it takes work; throws when one does not within a minute. */
    public void awaitReady() throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!readiness.all()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("not every service is ready: " + readiness.states());
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private void route(HttpServerExchange exchange) throws Exception {
        var path = exchange.getRequestPath();
        switch (path) {
            case "/" -> Answers.redirect(exchange, "/followup/cases");
            case "/docs" -> Answers.page(exchange, Documents.page(services, broker));
            case "/actuator/health/readiness" -> exchange.dispatch(readiness);
            default -> pass(exchange, path);
        }
    }

    private void pass(HttpServerExchange exchange, String path) throws Exception {
        if (path.startsWith(Contract.PREFIX)) {
            contract.handleRequest(exchange);
            return;
        }
        var target = target(path);
        if (target.isEmpty()) {
            Refusal.UNKNOWN.answer(exchange);
            return;
        }
        var handler = targets.get(target.get());
        if (handler == null) {
            Refusal.STARTING.answer(exchange);
            return;
        }
        handler.handleRequest(exchange);
    }

    /** Whoever signs in sends little, and nobody knows yet who it is. */
    private long longestBody(HttpServerExchange exchange) {
        return target(exchange.getRequestPath()).filter(OF_ISSUER::contains).isPresent()
                ? limits.form()
                : limits.body();
    }

    private Optional<String> target(String path) {
        var parts = path.split("/", 4);
        var first = parts.length > 1 ? parts[1] : "";
        if (first.equals("api")) {
            return Optional.of(parts.length > 2 ? parts[2] : "").filter(services::contains);
        }
        return Optional.of(first).filter(name -> services.contains(name) || OF_ISSUER.contains(name));
    }

    /** Lets running requests end, for a moment, then stops. */
    @Override
    public void close() {
        door.shutdown();
        try {
            door.awaitShutdown(GRACE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.stop();
    }

    /** Another program listens on the port. */
    public static final class PortTaken extends RuntimeException {
        PortTaken(int port, String option, Throwable cause) {
            super("port " + port + " is taken by another program; choose one with " + option, cause);
        }
    }
}
