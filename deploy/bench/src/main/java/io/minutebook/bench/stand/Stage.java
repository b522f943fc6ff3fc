package io.minutebook.bench.stand;

import io.minutebook.bench.Pace;
import io.minutebook.embedded.Durability;
import io.minutebook.embedded.LocalPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Where a run takes place: one PostgreSQL server, and one world at a time with a broker of its own. Everything is made when first asked for and
 * goes away with the run.
 */
public final class Stage implements AutoCloseable {
    /** Of a server's data below {@link #home}: a world, the suite in it, its database. */
    private static final int DEEPEST = 5;

    private final Pace pace;
    private final Path home;
    private final Thread atTheEnd = new Thread(this::abandon);
    private final Map<String, Object> settings = new LinkedHashMap<>();
    private volatile @Nullable LocalPostgres postgres;
    private @Nullable World world;

    public Stage(Pace pace, @Nullable Path directory) throws IOException {
        this.pace = pace;
        this.home = directory == null
                ? Files.createTempDirectory("minutebook-bench")
                : Files.createTempDirectory(Files.createDirectories(directory), "minutebook-bench");
        Runtime.getRuntime().addShutdownHook(atTheEnd);
        settings.put("pace", pace);
        settings.put("fileSystem", Files.getFileStore(home).type());
    }

    public Pace pace() {
        return pace;
    }

    public Path home() {
        return home;
    }

    public synchronized LocalPostgres postgres() {
        var running = postgres;
        if (running == null) {
            running = LocalPostgres.start(home.resolve("postgres"), Durability.FULL);
            postgres = running;
            settings.put("postgres", ServerSettings.of(running));
        }
        return running;
    }

    /** The processes of all servers below, which are nobody's children. */
    public LongStream postmasters() {
        try (var below = Files.find(home, DEEPEST, (path, kind) -> path.endsWith("postmaster.pid"))) {
            return below.toList().stream().mapMulti(Stage::pid).mapToLong(Long::longValue);
        } catch (IOException | UncheckedIOException changing) {
            return LongStream.empty();
        }
    }

    private static void pid(Path file, Consumer<Long> found) {
        try (var lines = Files.lines(file)) {
            lines.limit(1).map(line -> Long.valueOf(line.trim())).forEach(found);
        } catch (IOException | NumberFormatException gone) {
            // a server that starts or ends at this moment
        }
    }

    /** The world of this name, as it was left if it was the last one asked for; any other one ends. */
    public synchronized <W extends World> W world(Class<W> kind, Callable<W> opening) throws Exception {
        if (world != null && kind.isInstance(world)) {
            return kind.cast(world);
        }
        endWorld();
        var opened = opening.call();
        world = opened;
        var kafka = opened.kafkaSettings();
        if (!kafka.isEmpty()) {
            settings.putIfAbsent("kafka", kafka);
        }
        return opened;
    }

    public synchronized void endWorld() {
        if (world != null) {
            world.close();
            world = null;
        }
    }

    /** What the servers said of themselves. */
    public Map<String, Object> settings() {
        return settings;
    }

    @Override
    public void close() {
        endWorld();
        abandon();
        Runtime.getRuntime().removeShutdownHook(atTheEnd);
    }

    /** Ends all processes, also those that are only just starting, and takes the directory away. */
    private void abandon() {
        Sibling.endAll();
        var server = postgres;
        if (server != null) {
            server.close();
        }
        LocalPostgres.discard(home);
    }
}
