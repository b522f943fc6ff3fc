package io.minutebook.bench.view;

import io.minutebook.bench.Proof;
import io.minutebook.bench.view.EffectOnce.Outcome;
import io.minutebook.bench.view.EffectOnce.Scale;
import io.minutebook.embedded.Durability;
import io.minutebook.embedded.LocalKafka;
import io.minutebook.embedded.LocalPostgres;
import java.nio.file.Path;

/** The ledger under repeats and changes of the lead. */
public final class EffectOnceProof implements Proof {
    static final Scale BRIEF = new Scale(20260302, 120, 20, 4, 60, 800);
    private static final Scale WHOLE = new Scale(20260302, 5_000, 24, 40, 60, 300);

    @Override
    public String name() {
        return "effect-once";
    }

    @Override
    public String claim() {
        return "however often an event is delivered and whoever reads, the ledger is the same byte for byte";
    }

    @Override
    public Verdict run(boolean whole, Path directory) throws Exception {
        try (LocalPostgres server = LocalPostgres.start(directory.resolve("postgres"), Durability.FULL);
                LocalKafka broker = LocalKafka.start(directory.resolve("kafka"), Durability.FULL)) {
            Outcome outcome = new EffectOnce(broker.bootstrapServers(), whole ? WHOLE : BRIEF)
                    .run(database(server, "quiet"), database(server, "noisy"));
            return new Verdict(outcome.held(), outcome.words());
        }
    }

    private static String database(LocalPostgres server, String name) {
        server.execute(LocalPostgres.SUPERUSER, "create database " + name);
        return server.url(name, LocalPostgres.SUPERUSER);
    }
}
