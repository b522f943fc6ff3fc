package io.minutebook.bench.figure;

import io.minutebook.bench.Contest;
import io.minutebook.bench.load.ClosedLoop;
import io.minutebook.bench.raw.RawInsert;
import io.minutebook.bench.stand.Stage;
import java.util.Map;

/** Commands a second over HTTP, each with a token, on 64 connections. */
final class CommandHttp implements Contest {
    private final Outside outside;
    private final RawInsert raw;

    private CommandHttp(Outside outside, RawInsert raw) {
        this.outside = outside;
        this.raw = raw;
    }

    static Contest open(Stage stage) throws Exception {
        var outside = Outside.of(stage);
        var raw = RawInsert.like(outside.escalation().database(), stage.pace().cases() / Here.THREADS);
        ClosedLoop.perSecond(Here.THREADS, stage.pace().warmUp() / 2.0, raw);
        return new CommandHttp(outside, raw);
    }

    @Override
    public double ours() throws Exception {
        return outside.fullSpeed();
    }

    @Override
    public double raw() throws Exception {
        return ClosedLoop.perSecond(Here.THREADS, outside.stage().pace().seconds(), raw);
    }

    @Override
    public Map<String, Object> notes() {
        return Map.of(
                "connections",
                Outside.CONNECTIONS,
                "relay",
                "at work",
                "generatorMicrosPerRequest",
                outside.generatorCost());
    }
}
