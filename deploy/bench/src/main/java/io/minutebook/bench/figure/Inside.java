package io.minutebook.bench.figure;

import io.minutebook.bench.stand.Stage;
import io.minutebook.bench.stand.World;

/** One service in this process, with cases open. */
final class Inside extends World {
    private final Here service;

    private Inside(Stage stage) throws Exception {
        super(stage);
        service = keep(Here.over(this, freshDatabase("inside")));
        service.open(stage.pace().cases());
    }

    /** The one that runs, or a new one. */
    static Inside of(Stage stage) throws Exception {
        return stage.world(Inside.class, () -> new Inside(stage));
    }

    Here service() {
        return service;
    }
}
