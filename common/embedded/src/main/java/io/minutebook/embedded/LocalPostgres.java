package io.minutebook.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A real PostgreSQL server over a directory of its own, on a free loopback port. It goes on where it stopped, also
 * after the process that started it was killed.
 */
public final class LocalPostgres implements AutoCloseable {
    /** The role that owns the server. */
    public static final String SUPERUSER = "postgres";

    private static final int ATTEMPTS = 3;
    private static final int FREE = 0;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Map<String, String> SETTINGS = Map.of(
            "listen_addresses", "127.0.0.1",
            "unix_socket_directories", "",
            "shared_buffers", "48MB",
            "max_connections", "150",
            "max_wal_size", "512MB",
            "io_method", "sync",
            "jit", "off",
            "timezone", "UTC",
            "log_timezone", "UTC");

    private final DirectoryLock lock;
    private final Postmaster postmaster;
    private final String secret;
    private final int port;
    private final Durability durability;

    private LocalPostgres(DirectoryLock lock, Postmaster postmaster, String secret, int port, Durability durability) {
        this.lock = lock;
        this.postmaster = postmaster;
        this.secret = secret;
        this.port = port;
        this.durability = durability;
    }

    /**
     * Starts the server, making its directory at first; a server left behind by a killed owner is stopped before.
     * Throws {@link DirectoryLock.InUse} when another process holds the directory.
     */
    public static LocalPostgres start(Path directory, Durability durability) {
        return start(directory, durability, FREE);
    }

    /** The same on a given port, so that clients find a server again that was killed. */
    public static LocalPostgres start(Path directory, Durability durability, int port) {
        var home = directory.toAbsolutePath();
        var lock = DirectoryLock.take(home);
        try {
            var secretFile = home.resolve("secret");
            var secret = secret(secretFile);
            var binaries = PostgresBinaries.unpacked();
            binaries.runner().own(home);
            var postmaster = new Postmaster(binaries, home.resolve("data"), home.resolve("server.log"));
            postmaster.stopOrphan();
            postmaster.initialize(secretFile, durability);
            return new LocalPostgres(lock, postmaster, secret, started(postmaster, durability, port), durability);
        } catch (IOException e) {
            lock.close();
            throw new UncheckedIOException(e);
        }
    }

    private static int started(Postmaster postmaster, Durability durability, int wanted) throws IOException {
        for (int attempt = 1; ; attempt++) {
            int port = wanted == FREE ? FreePort.find() : wanted;
            try {
                postmaster.start(options(port, durability));
                return port;
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static String options(int port, Durability durability) {
        var promise = durability == Durability.FULL ? "on" : "off";
        var kept = Stream.of("fsync", "synchronous_commit", "full_page_writes")
                .collect(Collectors.toMap(name -> name, name -> promise));
        return Stream.of(SETTINGS, kept, Map.of("port", Integer.toString(port)))
                .flatMap(settings -> settings.entrySet().stream())
                .map(setting -> "-c " + setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(" "));
    }

    /** Unpacks the server's programs, where the user has not yet done so; the first start would. */
    public static void unpack() throws IOException {
        PostgresBinaries.unpacked();
    }

    /** Stops every server left running below a directory whose owner is gone, and takes the directory away. */
    public static void discard(Path directory) {
        try {
            var binaries = PostgresBinaries.unpacked();
            try (var below = Files.find(directory, 5, (path, kind) -> path.endsWith("postmaster.pid"))) {
                for (var pidFile : below.toList()) {
                    var data = pidFile.resolveSibling("");
                    new Postmaster(binaries, data, directory.resolve("server.log")).stopOrphan();
                }
            }
            Directories.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    /** A JDBC address that carries the role and its password. */
    public String url(String database, String role) {
        return address(database) + "?user=" + role + "&password=" + password(role);
    }

    /** A JDBC address without credentials. */
    public String address(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** The password of a role made by {@link #role}, the same at every start. */
    public String password(String role) {
        if (role.equals(SUPERUSER)) {
            return secret;
        }
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(role.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes a role that may log in, where it is missing. */
    public void role(String name) {
        if (absent("select 1 from pg_roles where rolname = ?", name)) {
            execute("create role " + quoted(name) + " login password '" + password(name) + "'");
        }
    }

    /**
     * Makes a database, where it is missing, for a role that makes its tables and a service that works with them. What the service made
     * itself, when it still did, is handed over.
     */
    public void database(String name, String owner, String service) {
        if (absent("select 1 from pg_database where datname = ?", name)) {
            execute("create database " + quoted(name));
        }
        execute("grant " + quoted(service) + " to " + quoted(owner));
        execute(name, "grant create on schema public to " + quoted(owner) + ", " + quoted(service));
        execute(name, """
                do $$ begin
                    if exists (select 1 from pg_tables where tablename = 'event' and schemaname = 'public' and tableowner <> '%1$s') then
                        reassign owned by %2$s to %3$s;
                        alter table event owner to %3$s;
                    end if;
                end $$""".formatted(owner, quoted(service), quoted(owner)));
    }

    private boolean absent(String query, String name) {
        try (var connection = connect(SUPERUSER);
                var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var found = statement.executeQuery()) {
                return !found.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) {
        execute(SUPERUSER, sql);
    }

    /** Runs a statement in a database as the role that owns the server. */
    public void execute(String database, String sql) {
        try (var connection = connect(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database, SUPERUSER));
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String secret(Path file) throws IOException {
        if (Files.exists(file)) {
            return Files.readString(file);
        }
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        var half = file.resolveSibling("secret.half");
        Files.deleteIfExists(half);
        Files.createFile(half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(half, HexFormat.of().formatHex(bytes));
        Files.move(half, file);
        return Files.readString(file);
    }

    /**
     * From now on starts the server again, on the same port, whenever it has ended, until the returned is closed.
     *
     * @param say told of each end and of each new start
     */
    public AutoCloseable keepRunning(Consumer<String> say) {
        var guard = Thread.ofPlatform().daemon().name("postgres-guard").unstarted(() -> guard(say));
        guard.start();
        return () -> {
            guard.interrupt();
            guard.join();
        };
    }

    private void guard(Consumer<String> say) {
        var down = false;
        try {
            while (true) {
                Thread.sleep(LOOK_EVERY);
                try {
                    if (!postmaster.alive()) {
                        if (!down) {
                            say.accept("PostgreSQL has ended; it is started again. 数据库已退出，正在重新启动");
                        }
                        down = true;
                        postmaster.stopOrphan();
                        postmaster.start(options(port, durability));
                        say.accept("PostgreSQL runs again. 数据库已恢复运行");
                        down = false;
                    }
                } catch (IOException e) {
                    say.accept("PostgreSQL does not start: " + e.getMessage());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the server and all it runs with SIGKILL, and lets go of the directory. What was committed is there at the next start. */
    public void kill() {
        try {
            postmaster.kill();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.close();
        }
    }

    /** Stops the server as soon as its running statements are rolled back. */
    @Override
    public void close() {
        try {
            postmaster.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.close();
        }
    }
}
