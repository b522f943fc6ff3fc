package io.minutebook.bench.kill;

import io.minutebook.embedded.Durability;
import io.minutebook.embedded.LocalPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The PostgreSQL server of all services. */
final class Database implements Part {
    private final Path directory;
    private LocalPostgres server;

    Database(Path directory, Iterable<String> services) {
        this.directory = directory;
        server = LocalPostgres.start(directory, Durability.FULL);
        services.forEach(service -> server.database(service, LocalPostgres.SUPERUSER));
    }

    @Override
    public String name() {
        return "database";
    }

    /** A JDBC address with everything needed to sign in, the same for ever. */
    String url(String service) {
        return server.url(service, LocalPostgres.SUPERUSER);
    }

    Connection connect(String service) throws SQLException {
        return DriverManager.getConnection(url(service));
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
