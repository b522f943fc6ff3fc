package io.minutebook.bench.figure;

import io.minutebook.bench.Contest;
import io.minutebook.bench.load.HttpConnection;
import io.minutebook.bench.load.OpenLoop;
import io.minutebook.bench.load.Work;
import io.minutebook.bench.raw.Flush;
import io.minutebook.bench.raw.RoundTrip;
import io.minutebook.bench.stand.Stage;
import io.minutebook.testing.TestTokens;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;

/**
 * From when a command was due at the one service until what it did is in the other one's ledger for everybody to see: commit, relay, broker,
 * view. Beside it a record's way through the broker alone, and one flush of the disk for the commit.
 */
final class CommitToVisible implements Contest {
    private static final int RATE = 300;
    private static final int CONNECTIONS = 16;

    private final Journey journey;
    private final RoundTrip roundTrip;
    private final Flush flush;
    private double flushMillis;

    private CommitToVisible(Journey journey, RoundTrip roundTrip, Flush flush) {
        this.journey = journey;
        this.roundTrip = roundTrip;
        this.flush = flush;
    }

    static Contest open(Stage stage) throws Exception {
        var journey = Journey.of(stage);
        var contest = new CommitToVisible(journey, new RoundTrip(journey.kafka()), new Flush(stage.home()));
        long warm = System.nanoTime() + stage.pace().httpWarmUp() * 1_000_000_000L;
        do {
            contest.ours();
        } while (System.nanoTime() < warm);
        contest.raw();
        return contest;
    }

    @Override
    public double ours() throws Exception {
        var run = UUID.randomUUID().toString();
        var arrivals = new Arrivals((int) (RATE * seconds()) + 1);
        try (var watch = new LedgerWatch(journey.followup().database(), run);
                var watcher = Executors.newSingleThreadExecutor()) {
            var watched = watcher.submit(() -> {
                watch.all(arrivals);
                return arrivals;
            });
            try {
                OpenLoop.latencies(CONNECTIONS, RATE, seconds(), thread -> new Telling(arrivals, run));
            } finally {
                arrivals.allSent();
            }
            watched.get();
        }
        if (!arrivals.complete()) {
            throw new IllegalStateException("not all became visible: " + arrivals);
        }
        return OpenLoop.p99(arrivals.latencies());
    }

    @Override
    public double raw() throws Exception {
        flushMillis = flush.medianMillis();
        return roundTrip.p99(RATE, seconds()) + flushMillis;
    }

    private double seconds() {
        return journey.stage().pace().seconds();
    }

    @Override
    public Map<String, Object> notes() {
        return Map.of("ratePerSecond", RATE, "flushMillis", Math.round(flushMillis * 1000) / 1000.0);
    }

    @Override
    public void close() throws Exception {
        roundTrip.close();
    }

    private final class Telling implements Work.Task {
        private final Arrivals arrivals;
        private final String run;
        private final String token = TestTokens.token("bench", "engineer");
        private final HttpConnection connection =
                new HttpConnection(journey.escalation().port());

        Telling(Arrivals arrivals, String run) throws IOException {
            this.arrivals = arrivals;
            this.run = run;
        }

        @Override
        public void once() throws IOException {
            onceDueAt(System.nanoTime());
        }

        @Override
        public void onceDueAt(long nanos) throws IOException {
            var cases = journey.escalation().cases();
            var caseId = cases.get(ThreadLocalRandom.current().nextInt(cases.size()));
            var note = "Word of " + run + " #" + arrivals.send(nanos) + "#";
            if (connection.send(journey.escalation().request(caseId, token, note)) / 100 != 2) {
                throw new IOException(connection.lastAnswer());
            }
        }

        @Override
        public void close() throws IOException {
            connection.close();
        }
    }
}
