package io.minutebook.bench.kill;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A handful of clients at work. */
final class Load implements AutoCloseable {
    private static final int WARM = 60;
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Client> clients = new ArrayList<>();
    private final CommandHistory commandHistory;

    Load(KillTrial killTrial, Door door, CommandHistory commandHistory) {
        this.commandHistory = commandHistory;
        for (int number = 1; number <= killTrial.clients(); number++) {
            Client client =
                    new Client("c" + number, door, commandHistory, new Random(killTrial.seed() + number), killTrial);
            clients.add(client);
            threads.execute(client);
        }
    }

    /** Returns once commands are under way in earnest; throws where they do not get under way. */
    void awaitWarm() throws InterruptedException {
        Instant end = Instant.now().plus(KillTrial.START);
        while (commandHistory.acknowledged().size() < WARM) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("hardly a command has an answer: " + commandHistory.unanswered());
            }
            Thread.sleep(LOOK_EVERY);
        }
    }

    /** Lets every command that is out come to its answer; returns whether all did in time. */
    boolean finish(Duration patience) throws InterruptedException {
        clients.forEach(Client::finish);
        threads.shutdown();
        return threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
