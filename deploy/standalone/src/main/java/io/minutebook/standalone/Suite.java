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
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running suite. Parts close in the opposite order of their start, each in its own time, also after a half start. */
final class Suite implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Suite.class);

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    private Suite() {}

    /** Returns once every part runs; whatever already started is closed again when one does not. */
    static Suite start(Options options, @Nullable Clock clock) throws InterruptedException {
        var suite = new Suite();
        try {
            suite.open(options, clock);
            return suite;
        } catch (RuntimeException | InterruptedException e) {
            suite.close();
            throw e;
        }
    }

    private void open(Options options, @Nullable Clock clock) throws InterruptedException {
        keep(DirectoryLock.take(options.data()));
        var origin = keep(Origin.open(options.port(), Hosted.NAMES));
        try (var threads = Executors.newCachedThreadPool()) {
            var database = threads.submit(() -> database(options));
            var broker =
                    threads.submit(() -> keep(LocalKafka.start(options.data().resolve("kafka"), Durability.FULL)));
            var issuer = threads.submit(
                    () -> keep(Issuer.start(options.data().resolve("issuer"), options.port(), Hosted.NAMES)));
            var settings = new Settings(options, got(database), got(broker), got(issuer));
            origin.issue(got(issuer).address());
            var services = new ArrayList<Future<?>>();
            for (var name : Hosted.NAMES) {
                services.add(threads.submit(() -> {
                    var hosted = keep(Hosted.start(name, settings.of(name), clock));
                    origin.serve(name, hosted.address());
                    return hosted;
                }));
            }
            for (var service : services) {
                got(service);
            }
        }
    }

    private LocalPostgres database(Options options) {
        var postgres = keep(LocalPostgres.start(options.data().resolve("postgres"), Durability.FULL));
        for (var name : Hosted.NAMES) {
            postgres.role(name);
            postgres.database(name, name);
        }
        return postgres;
    }

    private <T extends AutoCloseable> T keep(T part) {
        synchronized (parts) {
            parts.push(part);
        }
        return part;
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
            all = List.copyOf(parts);
            parts.clear();
        }
        closeTogether(all.stream().filter(Hosted.class::isInstance).toList());
        all.stream().filter(part -> !(part instanceof Hosted)).forEach(Suite::quietly);
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
