package io.minutebook.bench.view;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Two instances read, and neither has peace: the session with the lead is cut while its holder works on, an instance is stopped and another one
 * started, and positions are put back, so that what was delivered is delivered again. Every few hundred milliseconds one of the three.
 */
final class Unrest implements AutoCloseable {
    /** Ends the session that holds the lead; nobody tells its owner. */
    static final String CUT = """
            select pg_terminate_backend(pid) from pg_locks join pg_database d on d.oid = database
            where locktype = 'advisory' and mode = 'ExclusiveLock' and granted and d.datname = current_database()""";

    private static final int FURTHEST_BACK = 300;

    private final String url;
    private final Supplier<Reader> starting;
    private final Random random;
    private final List<Reader> readers = new ArrayList<>();
    private final Thread thread = new Thread(this::run, "unrest");
    private volatile boolean running = true;
    private volatile int cut;
    private volatile int restarted;
    private volatile int putBack;

    Unrest(String url, Supplier<Reader> starting, Random random) {
        this.url = url;
        this.starting = starting;
        this.random = random;
        readers.add(starting.get());
        readers.add(starting.get());
        thread.start();
    }

    String words() {
        return "%d leads cut, %d instances replaced, %d positions put back".formatted(cut, restarted, putBack);
    }

    /** Leaves them in peace; both go on reading. */
    void calm() throws InterruptedException {
        running = false;
        thread.join();
    }

    @Override
    public void close() throws InterruptedException {
        calm();
        readers.forEach(Reader::close);
    }

    private void run() {
        while (running) {
            try {
                TimeUnit.MILLISECONDS.sleep(100 + random.nextInt(300));
                disturb();
            } catch (SQLException busy) {
                // the next blow comes soon
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        lastBlow();
    }

    /** An instance that has read all looks at its position again only when it takes the lead: so the last blow is a cut, whatever came before it. */
    private void lastBlow() {
        try {
            execute(CUT);
        } catch (SQLException gone) {
            throw new IllegalStateException(gone);
        }
    }

    private void disturb() throws SQLException {
        int what = random.nextInt(6);
        if (what == 0) {
            readers.remove(random.nextInt(readers.size())).close();
            readers.add(starting.get());
            restarted++;
        } else if (what == 1) {
            putBack += execute("""
                    update view_position set next_offset = greatest(0, next_offset - %d)
                    where topic like '%%.cases' and partition = %d and next_offset > 0""".formatted(1 + random.nextInt(FURTHEST_BACK), random.nextInt(4)));
        } else {
            execute(CUT);
            cut++;
        }
    }

    private int execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return Math.max(0, statement.getUpdateCount());
        }
    }
}
