package io.minutebook.bench.figure;

import io.minutebook.bench.load.ClosedLoop;
import io.minutebook.bench.load.CountedPosts;
import io.minutebook.bench.stand.Installation;
import io.minutebook.bench.stand.Stage;
import io.minutebook.bench.stand.World;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** The whole suite as its users start it, warmed up; cases are registered through its origin. */
final class Whole extends World {
    /** At which the figures that are not about the number of connections are measured. */
    static final int CONNECTIONS = 64;

    private final Installation suite;
    private final List<Double> rates = new ArrayList<>();

    private Whole(Stage stage) throws Exception {
        super(stage, Files.createTempDirectory(stage.home(), "world"));
        suite = keep(Installation.start(home().resolve("suite")));
        ClosedLoop.perSecond(CONNECTIONS, stage.pace().httpWarmUp(), suite.registrations());
        suite.settle();
    }

    /** The one that runs, or a new one. */
    static Whole of(Stage stage) throws Exception {
        return stage.world(Whole.class, () -> new Whole(stage));
    }

    /** The database of the service that registers cases. */
    String database() throws Exception {
        return suite.database("intake");
    }

    CountedPosts registrations() {
        return suite.registrations();
    }

    /** Cases registered a second, as fast as it goes; what was refused does not count. */
    double fullSpeed(int connections, CountedPosts posts) throws Exception {
        double asked = ClosedLoop.perSecond(connections, stage().pace().seconds(), posts);
        double rate = asked * posts.share();
        if (connections == CONNECTIONS) {
            rates.add(rate);
        }
        settle();
        return rate;
    }

    /** The middle one of the rates measured so far. */
    double usualSpeed() throws Exception {
        if (rates.isEmpty()) {
            fullSpeed(CONNECTIONS, registrations());
        }
        var sorted = rates.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    /** Waits until all services have done what followed, so that it falls into the time of neither side. */
    void settle() throws InterruptedException {
        suite.settle();
    }
}
