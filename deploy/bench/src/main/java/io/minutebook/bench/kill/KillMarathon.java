package io.minutebook.bench.kill;

import io.minutebook.bench.kill.judge.Sent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * kill -9: under load, one part after the other dies at a random moment, now and then two at once, and comes back over what it left behind.
 * In the end nothing that was acknowledged may be lost, doubled or out of order.
 */
final class KillMarathon {
    /** @param settled the verdict and what it rests on */
    record Finish(List<Kill> kills, List<Sent> commands, Settled settled, List<Takeover.Longest> takeovers) {
        /** How long it took until all was ready again, and how long work lay where another instance was there to take it over. */
        String words() {
            return "ready again after " + spread(kills.stream().map(Kill::ready))
                    + "; work taken over by the other instance after "
                    + spread(takeovers.stream().map(Takeover.Longest::longest)) + " (aim: 3.0 s)";
        }

        private static String spread(Stream<Duration> durations) {
            List<Duration> sorted = durations.sorted().toList();
            return sorted.isEmpty()
                    ? "(never needed)"
                    : "median " + KillTrial.seconds(sorted.get(sorted.size() / 2)) + ", worst "
                            + KillTrial.seconds(sorted.getLast());
        }
    }

    private static final int TWO_AT_ONCE = 6;
    private static final Duration LONGEST_QUIET = Duration.ofSeconds(4);
    private static final Duration LONGEST_AWAY = Duration.ofSeconds(1);

    private final KillTrial killTrial;
    private final int kills;
    private final Random random;
    private final Deque<Part> deck = new ArrayDeque<>();
    private final List<Kill> done = new ArrayList<>();

    KillMarathon(KillTrial killTrial, int kills) {
        this.killTrial = killTrial;
        this.kills = kills;
        this.random = new Random(killTrial.seed());
    }

    /** Kills, waits until the system rests and judges; the cluster runs on. */
    Finish run(Cluster cluster) throws InterruptedException {
        killTrial.say("kill -9: %d kills, seed %d, %d clients; everything was ready after %s"
                .formatted(
                        kills,
                        killTrial.seed(),
                        killTrial.clients(),
                        KillTrial.seconds(cluster.awaitReady(KillTrial.START))));
        try (CommandHistory commandHistory = killTrial.history()) {
            try (Load load = killTrial.load(cluster, commandHistory)) {
                load.awaitWarm();
                while (done.size() < kills) {
                    Thread.sleep(upTo(LONGEST_QUIET));
                    kill(cluster, commandHistory);
                }
                if (!load.finish(KillTrial.REST)) {
                    killTrial.say("not every command came to an answer");
                }
            }
            Settled settled = Settled.await(cluster, commandHistory.commands(), KillTrial.REST);
            Finish finish = new Finish(List.copyOf(done), commandHistory.commands(), settled, takeovers(settled));
            report(finish);
            return finish;
        }
    }

    private void kill(Cluster cluster, CommandHistory commandHistory) throws InterruptedException {
        List<Part> victims = victims(cluster);
        Instant at = Instant.now();
        victims.forEach(Part::kill);
        Thread.sleep(upTo(LONGEST_AWAY));
        victims.stream()
                .sorted(Comparator.comparing(part -> part instanceof ServiceInstance))
                .forEach(Part::start);
        cluster.awaitReady(KillTrial.START);
        Instant ready = Instant.now();
        Kill kill = new Kill(done.size() + 1, at, victims, Duration.between(at, ready), covered(cluster, victims));
        done.add(kill);
        String line = "kill %d: %s, everything ready again after %s, %d commands acknowledged meanwhile"
                .formatted(
                        kill.number(),
                        kill.names(),
                        KillTrial.seconds(kill.ready()),
                        commandHistory.acknowledged(at, ready).size());
        commandHistory.note(line);
        killTrial.say(line);
    }

    /** Everything has its turn before anything has its second. */
    private List<Part> victims(Cluster cluster) {
        int wanted = random.nextInt(TWO_AT_ONCE) == 0 ? 2 : 1;
        List<Part> victims = new ArrayList<>();
        while (victims.size() < wanted) {
            if (deck.isEmpty()) {
                List<Part> all = cluster.parts();
                Collections.shuffle(all, random);
                all.stream().filter(part -> !victims.contains(part)).forEach(deck::add);
            }
            victims.add(deck.remove());
        }
        return victims;
    }

    private static @Nullable String covered(Cluster cluster, List<Part> victims) {
        return victims.size() == 1
                        && victims.getFirst() instanceof ServiceInstance serviceInstance
                        && cluster.covered(serviceInstance)
                ? serviceInstance.service()
                : null;
    }

    private Duration upTo(Duration longest) {
        return Duration.ofMillis(random.nextLong(longest.toMillis()));
    }

    private List<Takeover.Longest> takeovers(Settled settled) {
        Takeover takeover = new Takeover(settled.evidence());
        List<Takeover.Longest> longest = new ArrayList<>();
        for (Kill kill : done) {
            if (kill.covered() != null) {
                Takeover.Longest found = takeover.after(kill.at(), kill.covered());
                longest.add(found);
                killTrial.say("kill %d: the other %s relayed within %s, answered within %s, fired clocks within %s"
                        .formatted(
                                kill.number(),
                                kill.covered(),
                                KillTrial.seconds(found.relayed()),
                                KillTrial.seconds(found.answered()),
                                KillTrial.seconds(found.fired())));
            }
        }
        return longest;
    }

    private void report(Finish finish) {
        killTrial.say(finish.words());
        killTrial.say("at rest " + KillTrial.seconds(finish.settled().after()) + " after the last command");
        finish.settled().verdict().report().forEach(killTrial::say);
    }
}
