package io.minutebook.bench.figure;

import io.minutebook.bench.Contest;
import io.minutebook.bench.load.ClosedLoop;
import io.minutebook.bench.load.Work;
import io.minutebook.bench.raw.RawInsert;
import io.minutebook.bench.raw.StockAxon;
import io.minutebook.bench.stand.Escalation;
import io.minutebook.bench.stand.Stage;
import java.util.Map;

/** Durable commands a second through the service's own command path, its relay at work beside it. */
final class CommandInProcess implements Contest {
    private final Inside inside;
    private final Work other;
    private final AutoCloseable after;
    private final int seconds;

    private CommandInProcess(Inside inside, Work other, AutoCloseable after) throws Exception {
        this.inside = inside;
        this.other = other;
        this.after = after;
        var pace = inside.stage().pace();
        this.seconds = pace.seconds();
        ClosedLoop.perSecond(Here.THREADS, pace.warmUp(), inside.service().progress());
        inside.service().settle();
        ClosedLoop.perSecond(Here.THREADS, pace.warmUp() / 2.0, other);
    }

    static Contest besideInserts(Stage stage) throws Exception {
        var inside = Inside.of(stage);
        ClosedLoop.times(1, 1, inside.service().progress());
        var raw = RawInsert.like(inside.service().database(), stage.pace().cases() / Here.THREADS);
        return new CommandInProcess(inside, raw, () -> {});
    }

    static Contest besideStockAxon(Stage stage) throws Exception {
        var inside = Inside.of(stage);
        var stock = new StockAxon(
                inside.freshDatabase("stock"), Here.THREADS, stage.pace().cases());
        return new CommandInProcess(inside, stock.progress(Escalation.NOTE), stock);
    }

    @Override
    public double ours() throws Exception {
        double rate =
                ClosedLoop.perSecond(Here.THREADS, seconds, inside.service().progress());
        inside.service().settle();
        return rate;
    }

    @Override
    public double raw() throws Exception {
        return ClosedLoop.perSecond(Here.THREADS, seconds, other);
    }

    @Override
    public Map<String, Object> notes() {
        return Map.of("threads", Here.THREADS, "relay", "at work");
    }

    @Override
    public void close() throws Exception {
        after.close();
    }
}
