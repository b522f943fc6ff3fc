package io.minutebook.testing;

import io.minutebook.embedded.DirectoryLock;
import io.minutebook.embedded.Durability;
import io.minutebook.embedded.LocalKafka;
import io.minutebook.embedded.LocalPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The stand's servers in or beside this process, in a directory that goes with it. */
final class EmbeddedInfra {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedInfra.class);
    private static final Queue<AutoCloseable> RUNNING = new ConcurrentLinkedQueue<>();
    private static final Shared<Path> HOME = new Shared<>(EmbeddedInfra::home);

    static Stand.Postgres postgres(Durability durability) {
        var name = "postgres-" + durability.name().toLowerCase(Locale.ROOT);
        var server = LocalPostgres.start(HOME.get().resolve(name), durability);
        atTheEnd(server);
        return new FreshDatabases(
                "127.0.0.1:" + server.port(), LocalPostgres.SUPERUSER, server.password(LocalPostgres.SUPERUSER));
    }

    static Stand.Kafka kafka() {
        var broker = LocalKafka.start(HOME.get().resolve("kafka"), Durability.NONE);
        atTheEnd(broker);
        return broker::bootstrapServers;
    }

    private static void atTheEnd(AutoCloseable server) {
        RUNNING.add(server);
    }

    private static void end(DirectoryLock lock, Path own) {
        try (lock) {
            for (var server : RUNNING) {
                server.close();
            }
            LocalPostgres.discard(own);
        } catch (Exception e) {
            LOG.warn("The stand in {} did not end cleanly: {}", own, e.toString());
        }
    }

    private static Path home() {
        try {
            var all = Files.createDirectories(Path.of(
                    System.getProperty("java.io.tmpdir"), "minutebook-stand-" + System.getProperty("user.name")));
            sweep(all);
            var own = Files.createTempDirectory(all, "run");
            var lock = DirectoryLock.take(own);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(lock, own)));
            return own;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes away what processes left behind that ended or were killed. */
    private static void sweep(Path all) throws IOException {
        var young = Instant.now().minus(2, ChronoUnit.MINUTES);
        try (var runs = Files.newDirectoryStream(all)) {
            for (var run : runs) {
                if (Files.getLastModifiedTime(run).toInstant().isBefore(young)) {
                    DirectoryLock.tryTake(run).ifPresent(lock -> {
                        try (lock) {
                            LocalPostgres.discard(run);
                        }
                    });
                }
            }
        }
    }

    private EmbeddedInfra() {}
}
