package io.minutebook.bench.figure;

import io.minutebook.bench.Contest;
import io.minutebook.bench.load.HttpConnection;
import io.minutebook.bench.load.HttpPosts;
import io.minutebook.bench.stand.Server;
import io.minutebook.bench.stand.Stage;
import io.minutebook.testing.TestTokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** The ledger made anew from the topics, as a command over HTTP has it made, beside a COPY of the rows that come out. */
final class RebuildFigure implements Contest {
    private static final String ADDRESS = "/api/followup/rebuild";
    private static final long LOOK_NANOS = 50_000_000;

    private final Server followup;
    private final LedgerCopy copy;
    private final long records;
    private final String token = TestTokens.token("bench", "admin");

    private RebuildFigure(Server followup, LedgerCopy copy, long records) {
        this.followup = followup;
        this.copy = copy;
        this.records = records;
    }

    static Contest open(Stage stage) throws Exception {
        var library = FilledTopics.of(stage);
        var followup = library.followup();
        var copy = new LedgerCopy(followup.database(), stage.home().resolve("copy"));
        var contest = new RebuildFigure(followup, copy, library.records());
        long warm = System.nanoTime() + stage.pace().warmUp() * 1_000_000_000L;
        do {
            contest.ours();
        } while (System.nanoTime() < warm);
        return contest;
    }

    @Override
    public double ours() throws Exception {
        try (var connection = new HttpConnection(followup.port())) {
            long begun = System.nanoTime();
            send(connection, HttpPosts.request(ADDRESS, token, ""));
            var look = ("GET " + ADDRESS + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token
                            + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII);
            while (!send(connection, look).contains("\"state\":\"done\"")) {
                LockSupport.parkNanos(LOOK_NANOS);
            }
            return records * 1e9 / (System.nanoTime() - begun);
        }
    }

    @Override
    public double raw() throws Exception {
        return records / copy.seconds();
    }

    private static String send(HttpConnection connection, byte[] request) throws IOException {
        if (connection.send(request) / 100 != 2) {
            throw new IOException(connection.lastAnswer());
        }
        return connection.lastAnswer();
    }

    @Override
    public Map<String, Object> notes() {
        return Map.of("records", records);
    }
}
