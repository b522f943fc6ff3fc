package io.minutebook.bench.log;

import io.minutebook.platform.command.Ids;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** One of the adversary's writers: appends in the log's own way, and by hand as badly as the database allows. */
final class Writer implements Callable<@Nullable Void> {
    private static final Duration BRIEFLY = Duration.ofMillis(12);

    private final Target target;
    private final Malice malice;
    private final Cases cases;
    private final Books books;
    private final Random random;
    private final Clock clock;
    private final Ids ids;
    private @Nullable Connection connection;

    Writer(Target target, Malice malice, int number, Cases cases, Books books) {
        this.target = target;
        this.malice = malice;
        this.cases = cases;
        this.books = books;
        this.random = malice.random(number);
        this.clock = malice.clock(number, random);
        this.ids = new Ids(clock);
    }

    @Override
    public @Nullable Void call() throws SQLException, InterruptedException {
        try {
            while (books.size() < malice.events()) {
                if (chance(35)) {
                    properly();
                } else {
                    byHand();
                }
            }
            return null;
        } finally {
            hangUp();
        }
    }

    private void properly() throws SQLException {
        List<AdversaryEvent> entries = plan(1 + random.nextInt(2), false);
        try {
            target.append(entries, clock);
            books.committed(entries);
            cases.recorded(entries);
        } catch (Target.Conflict e) {
            books.conflict();
            cases.look(target, entries);
        } catch (SQLException e) {
            books.unknown(entries);
        }
    }

    /** The cases' ends are read before the transaction has an id; whoever read them after would break the order of his own case. */
    private void byHand() throws SQLException, InterruptedException {
        boolean patient = chance(20);
        List<AdversaryEvent> entries = plan(1 + random.nextInt(3), patient);
        List<AdversaryEvent> doomed = entries.stream()
                .map(entry -> new AdversaryEvent(ids.next(), entry.stream(), entry.sequence()))
                .toList();
        int half = random.nextInt(entries.size() + 1);
        Connection open = connection();
        try {
            open.setAutoCommit(false);
            if (chance(25)) {
                open.createStatement().execute("INSERT INTO elsewhere VALUES (1)");
                hold(patient);
            }
            if (chance(10)) {
                target.waste(open, 1 + random.nextInt(malice.jump()));
            }
            if (chance(20)) {
                Savepoint before = open.setSavepoint();
                target.insert(open, doomed, clock);
                open.rollback(before);
            }
            target.insert(open, entries.subList(0, half), clock);
            hold(patient);
            if (chance(20)) {
                open.setSavepoint();
            }
            target.insert(open, entries.subList(half, entries.size()), clock);
            hold(patient);
        } catch (SQLException e) {
            hangUp();
            books.conflict();
            cases.look(target, entries);
            return;
        }
        end(open, entries);
    }

    private void end(Connection open, List<AdversaryEvent> entries) throws InterruptedException {
        int dice = random.nextInt(1000);
        try {
            if (dice < 400) {
                open.rollback();
                books.rolledBack();
                return;
            }
            if (dice < 415) {
                open.abort(Runnable::run);
            } else if (dice < 430) {
                dieSoon(open);
            } else if (dice < 433) {
                open.createStatement().execute("SET LOCAL idle_in_transaction_session_timeout = 150");
                Thread.sleep(400);
            }
            open.commit();
            books.committed(entries);
            cases.recorded(entries);
        } catch (SQLException e) {
            books.unknown(entries);
            hangUp();
        }
        if (dice >= 415 && dice < 430) {
            hangUp();
        }
    }

    /** The connection breaks at about the moment of the commit. */
    private void dieSoon(Connection open) {
        long micros = random.nextInt(3000);
        Thread.startVirtualThread(() -> {
            try {
                Thread.sleep(Duration.ofNanos(micros * 1000));
                open.abort(Runnable::run);
            } catch (InterruptedException | SQLException e) {
                // the connection is gone already, which is what was wanted
            }
        });
    }

    private List<AdversaryEvent> plan(int streams, boolean ofItsOwn) {
        List<UUID> chosen = new ArrayList<>();
        for (int i = 0; i < streams; i++) {
            chosen.add(ofItsOwn || chance(30) ? newCase() : cases.shared(random, this::newCase));
        }
        List<AdversaryEvent> entries = new ArrayList<>();
        chosen.stream().distinct().forEach(stream -> entries.addAll(cases.next(stream, 1 + random.nextInt(6), ids)));
        return entries;
    }

    /** Some are of a month to come, for which the log may have no room of its own yet. */
    private UUID newCase() {
        UUID now = ids.next();
        return chance(20) ? ahead(now, Duration.ofDays(31L * random.nextInt(3, 3 + GapAdversary.DISTURBANCES))) : now;
    }

    private static UUID ahead(UUID id, Duration by) {
        return new UUID(id.getMostSignificantBits() + (by.toMillis() << 16), id.getLeastSignificantBits());
    }

    private void hold(boolean patient) throws InterruptedException {
        Thread.sleep(
                patient
                        ? malice.held(random)
                        : BRIEFLY.multipliedBy(random.nextInt(100)).dividedBy(100));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private Connection connection() throws SQLException {
        Connection known = connection;
        if (known == null || known.isClosed()) {
            known = target.connect();
            connection = known;
        }
        return known;
    }

    private void hangUp() {
        Connection known = connection;
        connection = null;
        if (known != null) {
            try {
                known.abort(Runnable::run);
            } catch (SQLException e) {
                // it is gone already
            }
        }
    }
}
