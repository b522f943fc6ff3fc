package io.minutebook.bench.kill;

import io.minutebook.bench.kill.judge.Sent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** The broker dies and stays away for a while under load: commands go on as if nothing were, and what waited is told once it is back. */
final class BrokerAway {
    /**
     * @param failed commands that had no answer while it was away, by reason
     * @param backlog events that were recorded for the world while it was away
     * @param drained how long after the broker took work again everything from before had been told
     */
    record Finish(
            double rateBefore,
            double rateAway,
            long slowestMillis,
            Map<String, Long> failed,
            long backlog,
            Duration drained,
            List<Sent> commands,
            Settled settled) {
        String words() {
            return "commands: %.1f/s before, %.1f/s while the broker was away, the slowest after %d ms, without an answer: %s; backlog: %d events, told within %s"
                    .formatted(rateBefore, rateAway, slowestMillis, failed, backlog, KillTrial.seconds(drained));
        }
    }

    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private final KillTrial killTrial;
    private final Duration before;
    private final Duration away;

    BrokerAway(KillTrial killTrial, Duration before, Duration away) {
        this.killTrial = killTrial;
        this.before = before;
        this.away = away;
    }

    /** Takes the broker away and brings it back, waits until the system rests and judges; the cluster runs on. */
    Finish run(Cluster cluster) throws InterruptedException {
        killTrial.say("broker away for %s, seed %d, %d clients; everything was ready after %s"
                .formatted(
                        KillTrial.seconds(away),
                        killTrial.seed(),
                        killTrial.clients(),
                        KillTrial.seconds(cluster.awaitReady(KillTrial.START))));
        try (CommandHistory commandHistory = killTrial.history();
                Load load = killTrial.load(cluster, commandHistory)) {
            load.awaitWarm();
            Instant begin = Instant.now();
            Thread.sleep(before);
            cluster.broker().kill();
            Instant gone = Instant.now();
            Map<String, Long> failedBefore = commandHistory.unanswered();
            Thread.sleep(away);
            Instant back = Instant.now();
            Map<String, Long> failed = since(failedBefore, commandHistory.unanswered());
            List<CommandHistory.Acknowledged> meanwhile = commandHistory.acknowledged(gone, back);
            Witnesses witnesses = new Witnesses(cluster);
            long backlog = witnesses.toTell(gone, back);
            cluster.broker().start();
            cluster.awaitReady(KillTrial.START);
            Instant ready = Instant.now();
            while (witnesses.untold(back) > 0 && Instant.now().isBefore(ready.plus(KillTrial.REST))) {
                Thread.sleep(LOOK_EVERY);
            }
            Duration drained = Duration.between(ready, Instant.now());
            if (!load.finish(KillTrial.REST)) {
                killTrial.say("not every command came to an answer");
            }
            Finish finish = new Finish(
                    rate(commandHistory.acknowledged(begin, gone), begin, gone),
                    rate(meanwhile, gone, back),
                    meanwhile.stream()
                            .mapToLong(CommandHistory.Acknowledged::millis)
                            .max()
                            .orElse(0),
                    failed,
                    backlog,
                    drained,
                    commandHistory.commands(),
                    Settled.await(cluster, commandHistory.commands(), KillTrial.REST));
            report(finish);
            return finish;
        }
    }

    private static double rate(List<CommandHistory.Acknowledged> acknowledged, Instant from, Instant to) {
        double seconds = Duration.between(from, to).toNanos() / (double) TimeUnit.SECONDS.toNanos(1);
        return acknowledged.size() / seconds;
    }

    private static Map<String, Long> since(Map<String, Long> before, Map<String, Long> now) {
        Map<String, Long> more = new TreeMap<>(now);
        before.forEach((why, count) -> more.merge(why, -count, Long::sum));
        more.values().removeIf(count -> count == 0);
        return more;
    }

    private void report(Finish finish) {
        killTrial.say(finish.words());
        killTrial.say("at rest " + KillTrial.seconds(finish.settled().after()) + " after the last command");
        finish.settled().verdict().report().forEach(killTrial::say);
    }
}
