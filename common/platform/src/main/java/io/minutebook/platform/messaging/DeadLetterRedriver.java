package io.minutebook.platform.messaging;

import io.minutebook.eventlog.BackgroundLoop;
import io.minutebook.eventlog.DeadLetters;
import io.minutebook.eventlog.DeadLetters.Parked;
import io.minutebook.eventlog.InboxKey;
import io.minutebook.eventlog.LeaseCoordinator;
import io.minutebook.eventlog.LogUnavailable;
import io.minutebook.kernel.Rejected;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Takes dead letters up again, those of a case in their order. What only came before its case is tried again by itself for two minutes;
 * everything else waits until somebody who has mended the cause asks for it.
 */
public final class DeadLetterRedriver implements LeaseCoordinator.LeasedTask {
    /** @param redriven records that were answered now; {@code left} are those that still wait */
    public record Result(int redriven, long left) {}

    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration TEMPORARY_FOR = Duration.ofMinutes(2);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

    private final DeadLetters letters;
    private final MessageDispatcher messageDispatcher;
    private final BackgroundLoop loop =
            new BackgroundLoop(Thread.ofVirtual().name("redrive"), LOOK, LONGEST_PAUSE, this::look);

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
        loop.start();
    }

    @Override
    public void end() {
        loop.stop(STOP_WITHIN);
    }

    private void look() throws InterruptedException {
        letters.temporary(TEMPORARY_FOR).forEach(this::all);
        loop.pause(LOOK);
    }
}
