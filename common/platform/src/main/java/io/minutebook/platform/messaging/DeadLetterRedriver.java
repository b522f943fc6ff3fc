package io.minutebook.platform.messaging;

import io.minutebook.eventlog.DeadLetters;
import io.minutebook.eventlog.DeadLetters.Parked;
import io.minutebook.eventlog.InboxKey;
import io.minutebook.eventlog.LeaseCoordinator;
import io.minutebook.eventlog.LogUnavailable;
import io.minutebook.kernel.Rejected;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes dead letters up again, those of a case in their order. What only came before its case is tried again by itself for two minutes;
 * everything else waits until somebody who has mended the cause asks for it.
 */
public final class DeadLetterRedriver implements LeaseCoordinator.LeasedTask {
    /** @param redriven records that were answered now; {@code left} are those that still wait */
    public record Result(int redriven, long left) {}

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterRedriver.class);
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration TEMPORARY_FOR = Duration.ofMinutes(2);

    private final DeadLetters letters;
    private final MessageDispatcher messageDispatcher;
    private volatile boolean running;
    private volatile @Nullable Thread thread;

    DeadLetterRedriver(DeadLetters letters, MessageDispatcher messageDispatcher) {
        this.letters = letters;
        this.messageDispatcher = messageDispatcher;
    }

    /** Tries all that wait, or those of one case, until one of a case fails again. */
    public Result redrive(Optional<String> subject) {
        int redriven = 0;
        List<String> cases = subject.map(List::of)
                .orElseGet(() -> letters.firsts().stream()
                        .map(parked -> parked.letter().subject())
                        .toList());
        for (String each : cases) {
            redriven += all(each);
        }
        return new Result(redriven, letters.count());
    }

    private int all(String subject) {
        int done = 0;
        for (Optional<Parked> next = letters.first(subject); next.isPresent(); next = letters.first(subject)) {
            if (!again(next.get())) {
                return done;
            }
            done++;
        }
        return done;
    }

    private boolean again(Parked parked) {
        try {
            if (!messageDispatcher.dispatch(
                    DeadLetterQueue.record(parked.letter()), new InboxKey.ByDeadLetter(parked.id()))) {
                letters.drop(parked.id());
            }
            return true;
        } catch (LogUnavailable e) {
            throw e;
        } catch (Rejected e) {
            letters.explain(parked.id(), e.code(), e.temporary());
        } catch (RuntimeException e) {
            letters.explain(parked.id(), e.toString().replace("\0", ""), false);
        }
        return false;
    }

    @Override
    public String name() {
        return "stream.redrive";
    }

    @Override
    public void begin() {
        running = true;
        thread = Thread.ofVirtual().name("redrive").start(this::run);
    }

    @Override
    public void end() {
        running = false;
        Thread trying = thread;
        if (trying != null) {
            LockSupport.unpark(trying);
            try {
                trying.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run() {
        while (running) {
            try {
                letters.temporary(TEMPORARY_FOR).forEach(this::all);
            } catch (RuntimeException e) {
                LOG.debug("records that came before their case wait on", e);
            }
            if (running) {
                LockSupport.parkNanos(LOOK.toNanos());
            }
        }
    }
}
