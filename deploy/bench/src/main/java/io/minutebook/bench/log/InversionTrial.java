package io.minutebook.bench.log;

import io.minutebook.eventlog.InboxKey;
import io.minutebook.eventlog.LogPosition;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;

/** The races over two command paths, with a reader of the log beside them who watches the order within each case. */
final class InversionTrial {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

    /** What the reader saw. */
    record Outcome(int races, int events, int seen, int inversions) {
        boolean held() {
            return events == seen && inversions == 0;
        }

        @Override
        public String toString() {
            return "%,d races, %,d of %,d events seen, %,d inversions".formatted(races, seen, events, inversions);
        }
    }

    private InversionTrial() {}

    /** The platform's own way, in an empty database at this address. */
    static Outcome ours(String url, int races) throws InterruptedException, ExecutionException {
        return run(
                url,
                races,
                (target, path) -> (stream, partition, place) -> path.commands()
                        .receive(
                                new Tally.Say(stream),
                                new UUID(partition, place),
                                new InboxKey.ByPosition(
                                        "elsewhere", "elsewhere.cases", partition, new LogPosition(place, 0))));
    }

    /** The control. */
    static Outcome inboxFirst(String url, int races) throws InterruptedException, ExecutionException {
        return run(url, races, (target, path) -> new InboxFirst(target));
    }

    private static Outcome run(String url, int races, BiFunction<OurLog, CommandPath, Subscriber> hearing)
            throws InterruptedException, ExecutionException {
        InCaseOrder order = new InCaseOrder();
        try (OurLog target = new OurLog(url, OurLog.Kind.TALLY);
                CommandPath one = new CommandPath(url);
                CommandPath two = new CommandPath(url);
                FollowerInstance reader = FollowerInstance.start(target, "watcher", rows -> {
                    order.saw(rows);
                    return rows.size();
                })) {
            int events = new Races(hearing.apply(target, one), two.commands()).run(races);
            Instant end = Instant.now().plus(LONG_ENOUGH);
            while (order.seen() < events && Instant.now().isBefore(end)) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            return new Outcome(races, events, order.seen(), order.inversions());
        }
    }
}
