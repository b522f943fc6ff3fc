package io.minutebook.cli;

import static io.minutebook.cli.Texts.text;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits until the case ledger, which hears of everything a little later, holds what intake has taken. */
final class Arrival {
    private static final String PATH = "/api/followup/exports/history";
    private static final Duration EVERY = Duration.ofMillis(500);
    private static final int PATIENCE = 120;

    private final SuiteClient suiteClient;
    private final long before;

    /** To be made before the first row is sent. */
    Arrival(SuiteClient suiteClient) {
        this.suiteClient = suiteClient;
        this.before = held();
    }

    /** False where the ledger has stopped growing before all of it was there, or does not say what it holds. */
    boolean await(long imported) throws InterruptedException {
        long held = before;
        try (Progress progress = new Progress(text("arriving"), imported)) {
            for (int still = 0; before >= 0 && still < PATIENCE; still++) {
                long now = held();
                if (now - before >= imported) {
                    return true;
                }
                still = now > held ? 0 : still;
                held = now;
                progress.at(Math.max(0, held - before));
                TimeUnit.NANOSECONDS.sleep(EVERY.toNanos());
            }
            return false;
        }
    }

    private long held() {
        return suiteClient.get(PATH).body().path("rows").asLong(-1);
    }
}
