package io.minutebook.bench.kill;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A person or machine that works on several cases at once, one command at a time. Now and then it loses
 * patience and sends one twice at once. A command without a settled answer is asked again with
 * the same key, on another instance, while other cases go on; where every case waits for others, a new one is opened.
 */
final class Client implements Runnable {
    private static final int CASES = 6;
    private static final int MOST_CASES = 400;
    private static final int TOO_EARLY = 409;

    private final String name;
    private final Door door;
    private final CommandHistory commandHistory;
    private final RandomGenerator random;
    private final KillTrial killTrial;
    private final List<Walk> walks = new ArrayList<>();
    private int opened;
    private volatile boolean enough;

    Client(String name, Door door, CommandHistory commandHistory, RandomGenerator random, KillTrial killTrial) {
        this.name = name;
        this.door = door;
        this.commandHistory = commandHistory;
        this.random = random;
        this.killTrial = killTrial;
    }

    /** Begins nothing more; what is out is asked for until it is settled, or until the thread is interrupted. */
    void finish() {
        enough = true;
    }

    @Override
    public void run() {
        try {
            while (!enough) {
                go(chosen());
                Thread.sleep(random.nextLong(2 * killTrial.pause().toMillis() + 1));
            }
            for (Walk walk : walks) {
                while (walk.waiting()) {
                    sleepUntil(walk.again());
                    go(walk);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Walk chosen() throws InterruptedException {
        walks.removeIf(Walk::over);
        Instant now = Instant.now();
        List<Walk> free = walks.stream().filter(walk -> walk.mayAsk(now)).toList();
        if (!free.isEmpty() && walks.size() >= CASES) {
            return free.get(random.nextInt(free.size()));
        }
        if (walks.size() < MOST_CASES) {
            Walk walk = new Walk(name + "-" + opened++, random);
            walks.add(walk);
            return walk;
        }
        Walk first = walks.stream().min(Comparator.comparing(Walk::again)).orElseThrow();
        sleepUntil(first.again());
        return first;
    }

    private void go(Walk walk) throws InterruptedException {
        if (!walk.waiting()) {
            commandHistory.keep(walk.asked());
        }
        String service = walk.step().service();
        Door.Answer answer = killTrial.impatience() > 0 && random.nextInt(killTrial.impatience()) == 0
                ? door.postTwice(service, walk.path(), walk.mark(), walk.body())
                : door.post(service, walk.path(), walk.mark(), walk.body());
        if (answer.open()) {
            if (answer.status() == TOO_EARLY) {
                walk.tooEarly(Instant.now());
            } else {
                walk.unanswered(Instant.now());
                commandHistory.attempt(service + " " + (answer.status() == 0 ? answer.body() : answer.status()));
            }
        } else {
            commandHistory.keep(walk.settled(answer));
        }
    }

    private static void sleepUntil(Instant moment) throws InterruptedException {
        Duration left = Duration.between(Instant.now(), moment);
        if (left.isPositive()) {
            Thread.sleep(left);
        }
    }
}
