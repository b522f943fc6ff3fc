package io.minutebook.bench.figure;

import io.minutebook.bench.load.ClosedLoop;
import io.minutebook.bench.stand.Clones;
import io.minutebook.bench.stand.LogSize;
import io.minutebook.bench.stand.Stage;
import io.minutebook.bench.stand.World;

/** Two services alike but for the length of their logs: whole lives of cases, and cases open. */
final class Grown extends World {
    private final Here young;
    private final Here old;
    private final LogSize size;

    private Grown(Stage stage) throws Exception {
        super(stage);
        var pace = stage.pace();
        young = grown("young", pace.few());
        size = LogSize.of(young.database());
        old = grown("old", pace.many());
    }

    private Here grown(String name, int events) throws Exception {
        var database = freshDatabase(name);
        try (var before = Here.over(this, database)) {
            before.live(stage().pace().cases());
        }
        var clones = new Clones(database);
        clones.growTo(events);
        clones.allRead();
        var service = keep(Here.over(this, database));
        service.open(stage().pace().cases());
        return service;
    }

    /** The one that runs, or a new one. */
    static Grown of(Stage stage) throws Exception {
        return stage.world(Grown.class, () -> new Grown(stage));
    }

    /** Of the young log, before anything but whole lives was in it. */
    LogSize size() {
        return size;
    }

    Here young() {
        return young;
    }

    Here old() {
        return old;
    }

    /** Commands a second on one of the two. */
    double rate(Here service, double seconds) throws Exception {
        double rate = ClosedLoop.perSecond(Here.THREADS, seconds, service.progress());
        service.settle();
        return rate;
    }
}
