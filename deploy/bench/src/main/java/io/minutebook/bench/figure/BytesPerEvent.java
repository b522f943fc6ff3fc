package io.minutebook.bench.figure;

import io.minutebook.bench.Contest;
import io.minutebook.bench.Pace;
import io.minutebook.bench.stand.LogSize;
import io.minutebook.bench.stand.Stage;
import java.util.Map;

/** What an event takes in PostgreSQL, all indexes and headers with it, beside what it says. Counted, not timed: one round. */
record BytesPerEvent(LogSize size) implements Contest {
    static Contest open(Stage stage) throws Exception {
        return new BytesPerEvent(Grown.of(stage).size());
    }

    @Override
    public double ours() {
        return size.bytesPerEvent();
    }

    @Override
    public double raw() {
        return size.payloadPerEvent();
    }

    @Override
    public int rounds(Pace pace) {
        return 1;
    }

    @Override
    public Map<String, Object> notes() {
        return Map.of("events", size.events(), "meanPayloadBytes", Math.round(size.payloadPerEvent()));
    }
}
