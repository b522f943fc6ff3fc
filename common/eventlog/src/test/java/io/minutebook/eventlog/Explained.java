package io.minutebook.eventlog;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A data source that has the database explain and measure each query of the log, in the session and with the values it is run with. */
final class Explained {
    /** A query's plan, as it went. */
    record Plan(String text) {
        private static final Pattern SCAN = Pattern.compile(
                "(?:Seq|Bitmap Heap) Scan on event.*actual rows=(\\d+)[.\\d]* loops=(\\d+)\\)(?:\\s+Filter:.*\\s+Rows Removed by Filter: (\\d+))?");
        private static final Pattern BUFFERS = Pattern.compile("Buffers: shared(?: hit=(\\d+))?(?: read=(\\d+))?");

        /** The most rows that a scan without an index went through; of an empty or a one-page partition that is the cheapest way. */
        int rowsScanned() {
            int most = 0;
            Matcher scan = SCAN.matcher(text);
            while (scan.find()) {
                most = Math.max(most, number(scan.group(1)) * number(scan.group(2)) + number(scan.group(3)));
            }
            return most;
        }

        /** How many pages it touched. */
        int pages() {
            Matcher top = BUFFERS.matcher(text);
            return top.find() ? number(top.group(1)) + number(top.group(2)) : 0;
        }

        private static int number(@Nullable String found) {
            return found == null ? 0 : Integer.parseInt(found);
        }
    }

    private final DataSource database;
    private final List<Plan> plans = new CopyOnWriteArrayList<>();

    Explained(DataSource database) {
        this.database = database;
    }

    DataSource dataSource() {
        return proxy(
                DataSource.class,
                database,
                (name, result, args) -> result instanceof Connection connection ? connection(connection) : result);
    }

    /** The plans of what was asked since the last time. */
    List<Plan> taken() {
        List<Plan> taken = List.copyOf(plans);
        plans.clear();
        return taken;
    }

    private Connection connection(Connection connection) {
        return proxy(
                Connection.class,
                connection,
                (name, result, args) -> result instanceof PreparedStatement statement
                                && String.valueOf(args[0]).matches("(?s).*FROM event( .*|$)")
                        ? statement(connection, statement)
                        : result);
    }

    private PreparedStatement statement(Connection connection, PreparedStatement statement) {
        return proxy(PreparedStatement.class, statement, (name, result, args) -> {
            if (name.equals("executeQuery")) {
                plans.add(explain(connection, statement.toString()));
            }
            return result;
        });
    }

    private static Plan explain(Connection connection, String query) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (PreparedStatement explain = connection.prepareStatement(
                        "EXPLAIN (ANALYZE, BUFFERS, TIMING OFF) " + query.replace("?", "??"));
                ResultSet plan = explain.executeQuery()) {
            while (plan.next()) {
                lines.add(requireNonNull(plan.getString(1)));
            }
        }
        return new Plan(String.join("\n", lines));
    }

    private interface After {
        @Nullable
        Object see(String method, @Nullable Object result, Object[] arguments) throws SQLException;
    }

    private static <T> T proxy(Class<T> type, T target, After after) {
        InvocationHandler handler = (self, method, args) -> {
            try {
                return after.see(method.getName(), method.invoke(target, args), args == null ? new Object[0] : args);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
