package io.minutebook.bench.figure;

import io.minutebook.bench.Contest;
import io.minutebook.bench.load.ClosedLoop;
import io.minutebook.bench.load.OpenLoop;
import io.minutebook.bench.raw.RawInsert;
import io.minutebook.bench.stand.Stage;
import java.util.Map;

/** How long a registration takes at half the load that the suite can bear, in an open loop; a one-row commit at the same rate beside it. */
final class SuiteHttpLatency implements Contest {
    private final Whole suite;
    private final RawInsert raw;
    private final double rate;
    private final Refused refused = new Refused();

    private SuiteHttpLatency(Whole suite, RawInsert raw) throws Exception {
        this.suite = suite;
        this.raw = raw;
        this.rate = suite.usualSpeed() / 2;
    }

    static Contest open(Stage stage) throws Exception {
        var suite = Whole.of(stage);
        var raw = RawInsert.like(suite.database(), stage.pace().cases() / Here.THREADS);
        ClosedLoop.perSecond(Here.THREADS, stage.pace().warmUp() / 2.0, raw);
        return new SuiteHttpLatency(suite, raw);
    }

    @Override
    public double ours() throws Exception {
        var posts = suite.registrations();
        var latencies = OpenLoop.latencies(Whole.CONNECTIONS, rate, seconds(), posts);
        refused.add(posts);
        suite.settle();
        return OpenLoop.p99(latencies);
    }

    @Override
    public double raw() throws Exception {
        return OpenLoop.p99(OpenLoop.latencies(Here.THREADS, rate, seconds(), raw));
    }

    private int seconds() {
        return suite.stage().pace().seconds();
    }

    @Override
    public Map<String, Object> notes() {
        return Map.of("ratePerSecond", Math.round(rate), "answersBut201", refused.answers());
    }
}
