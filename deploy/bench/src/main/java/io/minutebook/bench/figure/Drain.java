package io.minutebook.bench.figure;

import io.minutebook.bench.stand.Clones;
import io.minutebook.bench.stand.Stage;
import io.minutebook.bench.stand.World;

/** A service whose log can be made to pile up. */
final class Drain extends World {
    private final Here service;
    private final Clones clones;

    private Drain(Stage stage) throws Exception {
        super(stage);
        service = keep(Here.over(this, freshDatabase("drain")));
        service.live(stage.pace().cases() / 2);
        clones = new Clones(service.database());
    }

    /** The one that runs, or a new one. */
    static Drain of(Stage stage) throws Exception {
        return stage.world(Drain.class, () -> new Drain(stage));
    }

    Here service() {
        return service;
    }

    Clones clones() {
        return clones;
    }
}
