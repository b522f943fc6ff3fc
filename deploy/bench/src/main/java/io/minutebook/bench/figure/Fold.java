package io.minutebook.bench.figure;

import io.minutebook.bench.Contest;
import io.minutebook.bench.raw.RawConsumer;
import io.minutebook.bench.stand.Stage;
import io.minutebook.contract.Topics;
import io.minutebook.followup.view.ledger.LedgerFold;
import java.util.List;
import java.util.Map;

/** All cases worked out in memory, straight from the topics, beside as many consumers that only poll. */
final class Fold implements Contest {
    private static final List<String> CASES =
            List.of(Topics.INTAKE_CASES, Topics.ESCALATION_CASES, Topics.FOLLOWUP_CASES);
    private static final int THREADS = 2;

    private final String kafka;
    private final long records;

    private Fold(FilledTopics filledTopics) {
        this.kafka = filledTopics.kafka();
        this.records = filledTopics.records();
    }

    static Contest open(Stage stage) throws Exception {
        var fold = new Fold(FilledTopics.of(stage));
        long warm = System.nanoTime() + stage.pace().warmUp() * 1_000_000_000L;
        do {
            fold.ours();
            fold.raw();
        } while (System.nanoTime() < warm);
        return fold;
    }

    @Override
    public double ours() {
        System.gc();
        long begun = System.nanoTime();
        var fold = LedgerFold.of(Map.of("bootstrap.servers", kafka), Topics.INTAKE_CALLS, CASES, THREADS);
        double took = (System.nanoTime() - begun) / 1e9;
        if (fold.records() != records || fold.cases() == 0) {
            throw new IllegalStateException(fold.records() + " records of " + records + ", " + fold.cases() + " cases");
        }
        return records / took;
    }

    @Override
    public double raw() throws Exception {
        return new RawConsumer(kafka, Topics.ESCALATION_CASES, THREADS).perSecond();
    }

    @Override
    public Map<String, Object> notes() {
        return Map.of("records", records, "threads", THREADS);
    }
}
