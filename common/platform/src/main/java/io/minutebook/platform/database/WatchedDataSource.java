package io.minutebook.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Hands out connections while the database answers. */
final class WatchedDataSource extends DelegatingDataSource {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Supplier<DatabaseWatch> watch;

    WatchedDataSource(DataSource pool, Supplier<DatabaseWatch> watch) {
        super(pool);
        this.watch = watch;
    }

    @Override
    public Connection getConnection() throws SQLException {
        try {
            if (!watch.get().answersWithin(PATIENCE)) {
                throw new SQLTransientConnectionException("the database does not answer");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLTransientConnectionException("interrupted", e);
        }
        return super.getConnection();
    }
}
