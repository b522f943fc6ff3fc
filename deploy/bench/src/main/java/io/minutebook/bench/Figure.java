package io.minutebook.bench;

import io.minutebook.bench.stand.Stage;

/**
 * Something we want to be good at, as a ratio to a raw limit.
 *
 * @param unit of both sides, in one word
 * @param against what the raw side is
 * @param reach the ratio that is good enough, {@code aim} the one we want
 */
public record Figure(
        String name, String unit, String against, Better better, double reach, double aim, Opening opening) {
    /** Which ratios are good ones. */
    public enum Better {
        HIGHER,
        LOWER
    }

    /** Prepares both sides; what it started is closed with the contest, what others may use as well with the stage. */
    public interface Opening {
        Contest open(Stage stage) throws Exception;
    }
}
