package io.minutebook.bench.log;

/**
 * What a follower of the log saw beside what was committed.
 *
 * @param invented events it saw that were never committed
 * @param readAgain batches it was given again after a restart, because they had not been kept as done
 */
public record Finding(
        String follower, int seen, int skipped, int doubled, int outOfOrder, int invented, int readAgain) {
    public boolean clean() {
        return skipped == 0 && doubled == 0 && outOfOrder == 0 && invented == 0;
    }

    @Override
    public String toString() {
        return "%s: %,d seen, %,d skipped, %,d doubled, %,d out of order, %,d invented%s"
                .formatted(
                        follower,
                        seen,
                        skipped,
                        doubled,
                        outOfOrder,
                        invented,
                        readAgain == 0 ? "" : ", " + readAgain + " batches read again");
    }
}
