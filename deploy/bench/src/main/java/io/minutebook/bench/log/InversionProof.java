package io.minutebook.bench.log;

import io.minutebook.bench.Proof;
import io.minutebook.embedded.Durability;
import io.minutebook.embedded.LocalPostgres;
import java.nio.file.Path;

/** Races between an answer to another service's event and an entry on the same case; who marks his inbox first has to fail in them. */
public final class InversionProof implements Proof {
    private static final int WHOLE = 20_000;
    private static final int BRIEF = 1_000;

    @Override
    public String name() {
        return "inbox-first-inversion";
    }

    @Override
    public String claim() {
        return "the log never shows a case's events in another order than they were decided in, whoever else writes to it";
    }

    @Override
    public Verdict run(boolean whole, Path directory) throws Exception {
        try (LocalPostgres server = LocalPostgres.start(directory, Durability.FULL)) {
            InversionTrial.Outcome ours = InversionTrial.ours(GapProof.database(server, "ours"), whole ? WHOLE : BRIEF);
            InversionTrial.Outcome control = InversionTrial.inboxFirst(GapProof.database(server, "inbox_first"), BRIEF);
            return new Verdict(ours.held() && control.inversions() > 0, ours + "; control, inbox first: " + control);
        }
    }
}
