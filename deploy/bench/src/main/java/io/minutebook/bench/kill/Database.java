package io.minutebook.bench.kill;

import io.minutebook.embedded.Durability;
import io.minutebook.embedded.LocalPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** The PostgreSQL server of all services. */
final class Database implements Part {
    private final Path directory;
    private LocalPostgres server;

    Database(Path directory, Iterable<String> services) {
        this.directory = directory;
        server = LocalPostgres.start(directory, Durability.FULL);
        for (String service : services) {
            server.role(service);
            server.role(owner(service));
            server.database(service, owner(service), service);
        }
    }

    private static String owner(String service) {
        return service + "_owner";
    }

    @Override
    public String name() {
        return "database";
    }

    /** What a service is told of it: the same for ever, and no more than it needs. */
    Map<String, String> environment(String service) {
        return Map.of(
                "MINUTEBOOK_DATABASE_URL", server.address(service),
                "MINUTEBOOK_DATABASE_USER", service,
                "MINUTEBOOK_DATABASE_PASSWORD", server.password(service),
                "MINUTEBOOK_DATABASE_OWNER", owner(service),
                "MINUTEBOOK_DATABASE_OWNER_PASSWORD", server.password(owner(service)));
    }

    /** As an auditor who may read everything. */
    Connection connect(String service) throws SQLException {
        return DriverManager.getConnection(server.url(service, LocalPostgres.SUPERUSER));
    }

    @Override
    public void kill() {
        server.kill();
    }

    @Override
    public void start() {
        server = LocalPostgres.start(directory, Durability.FULL, server.port());
    }

    @Override
    public boolean ready() {
        try (Connection connection = connect("intake")) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
