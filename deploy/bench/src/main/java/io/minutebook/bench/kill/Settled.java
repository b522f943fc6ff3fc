package io.minutebook.bench.kill;

import io.minutebook.bench.kill.judge.Evidence;
import io.minutebook.bench.kill.judge.Judge;
import io.minutebook.bench.kill.judge.Offence;
import io.minutebook.bench.kill.judge.Sent;
import io.minutebook.bench.kill.judge.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The verdict once the system has come to rest. What is on its way arrives by itself, so the judge looks again until nothing is amiss or the
 * patience is over; what is doubled or out of order stays so however often one looks.
 *
 * @param after how long after the last command
 */
record Settled(Verdict verdict, Evidence evidence, Duration after) {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    static Settled await(Cluster cluster, List<Sent> commands, Duration patience) throws InterruptedException {
        Witnesses witnesses = new Witnesses(cluster);
        Instant begin = Instant.now();
        while (true) {
            Evidence evidence = witnesses.inboxKey(commands);
            Settled settled =
                    new Settled(Judge.judge(commands, evidence), evidence, Duration.between(begin, Instant.now()));
            long mayHeal =
                    settled.verdict().offences().size() - settled.verdict().count(Offence.Kind.REFUSED);
            if (mayHeal == 0 || settled.after().compareTo(patience) > 0) {
                return settled;
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }
}
