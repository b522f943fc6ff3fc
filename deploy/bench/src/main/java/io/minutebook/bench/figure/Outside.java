package io.minutebook.bench.figure;

import io.minutebook.bench.load.ClosedLoop;
import io.minutebook.bench.stand.Escalation;
import io.minutebook.bench.stand.Lag;
import io.minutebook.bench.stand.Stage;
import io.minutebook.bench.stand.World;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The escalation service as a server of its own, warmed up. */
final class Outside extends World {
    static final int CONNECTIONS = 64;

    private final Escalation escalation;
    private final List<Double> rates = new ArrayList<>();
    private double generatorCost;

    private Outside(Stage stage) throws Exception {
        super(stage);
        escalation = keep(Escalation.start(this, home(), stage.pace().cases()));
        ClosedLoop.perSecond(CONNECTIONS, stage.pace().httpWarmUp(), escalation.progress());
        Lag.settle(escalation.database());
    }

    /** The one that runs, or a new one. */
    static Outside of(Stage stage) throws Exception {
        return stage.world(Outside.class, () -> new Outside(stage));
    }

    Escalation escalation() {
        return escalation;
    }

    /** Commands a second as fast as it goes. */
    double fullSpeed() throws Exception {
        var posts = escalation.progress();
        double rate = ClosedLoop.perSecond(CONNECTIONS, stage().pace().seconds(), posts);
        generatorCost = posts.microsPerRequest();
        rates.add(rate);
        settle();
        return rate;
    }

    /** The middle one of the rates measured so far. */
    double usualSpeed() throws Exception {
        if (rates.isEmpty()) {
            fullSpeed();
        }
        var sorted = rates.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    /** What a request cost the load generator, in microseconds of CPU. */
    long generatorCost() {
        return Math.round(generatorCost);
    }

    void settle() throws SQLException {
        Lag.settle(escalation.database());
    }
}
