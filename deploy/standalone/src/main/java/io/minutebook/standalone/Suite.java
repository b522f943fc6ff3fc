package io.minutebook.standalone;

import io.minutebook.embedded.DirectoryLock;
import io.minutebook.embedded.Durability;
import io.minutebook.embedded.LocalKafka;
import io.minutebook.embedded.LocalPostgres;
import io.minutebook.standalone.issuer.Issuer;
import io.minutebook.standalone.origin.Origin;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running suite. Parts close in the opposite order of their start, also after half a start. */
final class Suite implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Suite.class);

    private final Options options;
    private final @Nullable Clock clock;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private boolean closed;

    /** @param clock what the services go by instead of the real time */
    Suite(Options options, @Nullable Clock clock) {
        this.options = options;
        this.clock = clock;
    }

    /** Returns once every service takes work; whatever already started is closed again when one does not. */
    void start() throws InterruptedException {
        try {
            open();
        } catch (RuntimeException | InterruptedException e) {
            close();
            throw e;
        }
    }

    private void open() throws InterruptedException {
        var pagesSecret = UUID.randomUUID().toString();
        keep(DirectoryLock.take(options.data()));
        var origin = keep(Origin.open(options.port(), Hosted.NAMES, options.broker()));
        try (var threads = Executors.newCachedThreadPool()) {
            var database = threads.submit(this::database);
            var broker = threads.submit(() ->
                    keep(LocalKafka.start(options.data().resolve("kafka"), Durability.FULL, options.kafkaPort())));
            var issuer = threads.submit(() -> issuer(origin, pagesSecret));
            var settings = new Settings(options, got(database), got(broker), pagesSecret);
            var services = new ArrayList<Future<?>>(List.of(issuer));
            for (var name : Hosted.NAMES) {
                services.add(threads.submit(() -> service(name, settings, origin)));
            }
            for (var service : services) {
                got(service);
            }
        }
        origin.awaitReady();
    }

    private LocalPostgres database() {
        var postgres = keep(LocalPostgres.start(options.data().resolve("postgres"), Durability.FULL));
        for (var name : Hosted.NAMES) {
            postgres.role(name);
            postgres.role(owner(name));
            postgres.database(name, owner(name), name);
        }
        keep(postgres.keepRunning(Suite::say));
        return postgres;
    }

    /** On the console: whoever started the suite should see it. */
    private static void say(String line) {
        LOG.warn("{}", line);
        System.out.println(line);
    }

    /** The role that owns a service's event log and brings its schema up to date; the service itself can only add to the log. */
    static String owner(String service) {
        return service + "_owner";
    }

    private Issuer issuer(Origin origin, String pagesSecret) {
        var issuer = keep(Issuer.start(options.data().resolve("issuer"), options.port(), Hosted.NAMES, pagesSecret));
        origin.issue(issuer.address());
        return issuer;
    }

    private Hosted service(String name, Settings settings, Origin origin) {
        var hosted = keep(Hosted.start(name, settings.of(name), clock));
        origin.serve(name, hosted.address());
        return hosted;
    }

    private <T extends AutoCloseable> T keep(T part) {
        synchronized (parts) {
            if (!closed) {
                parts.push(part);
                return part;
            }
        }
        quietly(part);
        throw new IllegalStateException("stopped while it started");
    }

    private static <T> T got(Future<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        List<AutoCloseable> all;
        synchronized (parts) {
            closed = true;
            all = List.copyOf(parts);
            parts.clear();
        }
        all.stream().filter(Origin.class::isInstance).forEach(Suite::quietly);
        closeTogether(all.stream().filter(Hosted.class::isInstance).toList());
        all.stream()
                .filter(part -> !(part instanceof Hosted) && !(part instanceof Origin))
                .forEach(Suite::quietly);
    }

    private static void closeTogether(List<AutoCloseable> services) {
        try (var threads = Executors.newCachedThreadPool()) {
            services.forEach(service -> threads.submit((Callable<?>) () -> {
                quietly(service);
                return service;
            }));
        }
    }

    private static void quietly(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            LOG.warn("{} did not close cleanly", part.getClass().getSimpleName(), e);
        }
    }
}
