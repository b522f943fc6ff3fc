package io.minutebook.bench;

/**
 * How much is done.
 *
 * @param rounds of each figure
 * @param seconds of one side of a round
 * @param warmUp seconds before the first round
 * @param httpWarmUp the same for what answers over HTTP, whose code takes longer to become fast
 * @param cases open at a time
 * @param many events in a log that has grown, {@code few} in a young one
 * @param backlog events that wait for the relay
 */
public record Pace(
        String name, int rounds, int seconds, int warmUp, int httpWarmUp, int cases, int many, int few, int backlog) {
    public static final Pace WHOLE = new Pace("whole", 5, 10, 45, 90, 2_000, 5_000_000, 100_000, 300_000);
    public static final Pace QUICK = new Pace("quick", 3, 3, 6, 20, 500, 400_000, 50_000, 60_000);
}
