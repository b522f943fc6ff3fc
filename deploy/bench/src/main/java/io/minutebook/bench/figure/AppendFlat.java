package io.minutebook.bench.figure;

import io.minutebook.bench.Contest;
import io.minutebook.bench.Pace;
import io.minutebook.bench.stand.Stage;
import java.util.Map;

/** Whether commands get slower as the log grows: the same load on a long log and on a short one. */
final class AppendFlat implements Contest {
    private final Grown grown;
    private final Pace pace;

    private AppendFlat(Grown grown, Pace pace) {
        this.grown = grown;
        this.pace = pace;
    }

    static Contest open(Stage stage) throws Exception {
        var grown = Grown.of(stage);
        grown.rate(grown.old(), stage.pace().warmUp());
        grown.rate(grown.young(), stage.pace().warmUp());
        return new AppendFlat(grown, stage.pace());
    }

    @Override
    public double ours() throws Exception {
        return grown.rate(grown.old(), pace.seconds());
    }

    @Override
    public double raw() throws Exception {
        return grown.rate(grown.young(), pace.seconds());
    }

    @Override
    public Map<String, Object> notes() {
        return Map.of("events", pace.many(), "eventsBeside", pace.few());
    }
}
