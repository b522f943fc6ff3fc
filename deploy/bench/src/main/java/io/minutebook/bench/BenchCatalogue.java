package io.minutebook.bench;

import io.minutebook.bench.figure.Figures;
import io.minutebook.bench.kill.BrokerAwayProof;
import io.minutebook.bench.kill.KillProof;
import io.minutebook.bench.log.GapProof;
import io.minutebook.bench.log.InversionProof;
import io.minutebook.bench.view.EffectOnceProof;
import java.util.List;

/** All there is to measure and to prove. */
final class BenchCatalogue {
    private BenchCatalogue() {}

    static List<Figure> figures() {
        return Figures.all();
    }

    /** A proof is listed here by whoever adds one. */
    static List<Proof> proofs() {
        return List.of(
                new GapProof(), new InversionProof(), new EffectOnceProof(), new KillProof(), new BrokerAwayProof());
    }
}
