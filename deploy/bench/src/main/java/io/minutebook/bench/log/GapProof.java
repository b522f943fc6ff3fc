package io.minutebook.bench.log;

import io.minutebook.bench.Proof;
import io.minutebook.embedded.Durability;
import io.minutebook.embedded.LocalPostgres;
import java.nio.file.Path;

/** Our log under the gap adversary, and the stock store under the same, which has to fail. */
public final class GapProof implements Proof {
    private static final int WHOLE = 200_000;
    private static final int BRIEF = 5_000;
    private static final int STOCK = 5_000;

    @Override
    public String name() {
        return "gap-adversary";
    }

    @Override
    public String claim() {
        return "no follower of the log skips, doubles or disorders an event, whatever the writers do; stock Axon's does";
    }

    @Override
    public Verdict run(boolean whole, Path directory) throws Exception {
        try (LocalPostgres server = LocalPostgres.start(directory, Durability.FULL)) {
            GapTrial.Outcome ours =
                    GapTrial.ours(database(server, "gap"), whole ? Malice.lasting(WHOLE) : Malice.brief(BRIEF));
            GapTrial.Outcome stock = GapTrial.stock(database(server, "stock"), Malice.brief(STOCK));
            return new Verdict(
                    ours.held() && ours.powerful() && stock.powerful(),
                    "log: " + ours.words() + ". stock: " + stock.words());
        }
    }

    static String database(LocalPostgres server, String name) {
        server.execute(LocalPostgres.SUPERUSER, "create database " + name);
        return server.url(name, LocalPostgres.SUPERUSER);
    }
}
