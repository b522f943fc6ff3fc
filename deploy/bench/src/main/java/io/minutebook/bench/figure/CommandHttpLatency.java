package io.minutebook.bench.figure;

import io.minutebook.bench.Contest;
import io.minutebook.bench.load.ClosedLoop;
import io.minutebook.bench.load.OpenLoop;
import io.minutebook.bench.raw.RawInsert;
import io.minutebook.bench.stand.Stage;
import java.util.Map;

/** How long a command over HTTP takes at half the load that the service can bear, in an open loop; a one-row commit at the same rate beside it. */
final class CommandHttpLatency implements Contest {
    private final Outside outside;
    private final RawInsert raw;
    private final double rate;

    private CommandHttpLatency(Outside outside, RawInsert raw) throws Exception {
        this.outside = outside;
        this.raw = raw;
        this.rate = outside.usualSpeed() / 2;
    }

    static Contest open(Stage stage) throws Exception {
        var outside = Outside.of(stage);
        var raw = RawInsert.like(outside.escalation().database(), stage.pace().cases() / Here.THREADS);
        ClosedLoop.perSecond(Here.THREADS, stage.pace().warmUp() / 2.0, raw);
        return new CommandHttpLatency(outside, raw);
    }

    @Override
    public double ours() throws Exception {
        var latencies = OpenLoop.latencies(
                Outside.CONNECTIONS, rate, seconds(), outside.escalation().progress());
        outside.settle();
        return OpenLoop.p99(latencies);
    }

    @Override
    public double raw() throws Exception {
        return OpenLoop.p99(OpenLoop.latencies(Here.THREADS, rate, seconds(), raw));
    }

    private int seconds() {
        return outside.stage().pace().seconds();
    }

    @Override
    public Map<String, Object> notes() {
        return Map.of("ratePerSecond", Math.round(rate));
    }
}
