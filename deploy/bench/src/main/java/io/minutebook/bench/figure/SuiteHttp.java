package io.minutebook.bench.figure;

import io.minutebook.bench.Contest;
import io.minutebook.bench.Figure;
import io.minutebook.bench.load.ClosedLoop;
import io.minutebook.bench.raw.RawInsert;
import io.minutebook.bench.stand.Stage;
import java.util.Map;

/** Cases registered a second through the origin of the suite as it is started, all four services, relays, ledger and sign-in at work. */
final class SuiteHttp implements Contest {
    private final Whole suite;
    private final RawInsert raw;
    private final int connections;
    private final Refused refused = new Refused();

    private SuiteHttp(Whole suite, RawInsert raw, int connections) {
        this.suite = suite;
        this.raw = raw;
        this.connections = connections;
    }

    /** On so many connections. */
    static Figure.Opening on(int connections) {
        return stage -> open(stage, connections);
    }

    private static Contest open(Stage stage, int connections) throws Exception {
        var suite = Whole.of(stage);
        var raw = RawInsert.like(suite.database(), stage.pace().cases() / Here.THREADS);
        ClosedLoop.perSecond(Here.THREADS, stage.pace().warmUp() / 2.0, raw);
        return new SuiteHttp(suite, raw, connections);
    }

    @Override
    public double ours() throws Exception {
        var posts = suite.registrations();
        double rate = suite.fullSpeed(connections, posts);
        refused.add(posts);
        return rate;
    }

    @Override
    public double raw() throws Exception {
        return ClosedLoop.perSecond(Here.THREADS, suite.stage().pace().seconds(), raw);
    }

    @Override
    public Map<String, Object> notes() {
        return Map.of("connections", connections, "answersBut201", refused.answers());
    }
}
