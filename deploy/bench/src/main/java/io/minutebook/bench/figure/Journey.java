package io.minutebook.bench.figure;

import io.minutebook.bench.load.ClosedLoop;
import io.minutebook.bench.stand.Escalation;
import io.minutebook.bench.stand.Server;
import io.minutebook.bench.stand.Stage;
import io.minutebook.bench.stand.World;
import io.minutebook.followup.FollowupApplication;

/** Two services, each a server of its own: what is done in the one is seen in the ledger of the other. */
final class Journey extends World {
    private final Escalation escalation;
    private final Server followup;

    private Journey(Stage stage) throws Exception {
        super(stage);
        escalation = keep(Escalation.start(this, home(), stage.pace().cases()));
        followup = keep(Server.start(this, FollowupApplication.class, "followup", home()));
        ClosedLoop.perSecond(4, stage.pace().httpWarmUp() / 2.0, escalation.progress());
    }

    /** The one that runs, or a new one. */
    static Journey of(Stage stage) throws Exception {
        return stage.world(Journey.class, () -> new Journey(stage));
    }

    Escalation escalation() {
        return escalation;
    }

    Server followup() {
        return followup;
    }
}
