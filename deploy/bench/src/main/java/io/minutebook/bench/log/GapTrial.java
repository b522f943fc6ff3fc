package io.minutebook.bench.log;

import java.sql.SQLException;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * The gap adversary against our log, with all its followers and a blind one, and against the stock store.
 */
public final class GapTrial {
    /** What came of it: of our followers none may have missed anything, of the controls each must have. */
    public record Outcome(Books books, List<Finding> followers, Finding control) {
        public boolean held() {
            return books.torn() == 0 && followers.stream().allMatch(Finding::clean);
        }

        /** Whether the adversary was able to make somebody skip. */
        public boolean powerful() {
            return control.skipped() > 0;
        }

        /** All in one line. */
        public String words() {
            return "%s; %d followers: %,d skipped, %,d doubled, %,d out of order; control: %s"
                    .formatted(
                            books,
                            followers.size(),
                            sum(Finding::skipped),
                            sum(Finding::doubled),
                            sum(Finding::outOfOrder),
                            control);
        }

        private int sum(ToIntFunction<Finding> fault) {
            return followers.stream().mapToInt(fault).sum();
        }

        @Override
        public String toString() {
            StringBuilder lines = new StringBuilder(books.toString());
            followers.forEach(follower -> lines.append("\n  ").append(follower));
            return lines.append("\n  control, ").append(control).toString();
        }
    }

    private GapTrial() {}

    /** Our log, in an empty database at this address. */
    public static Outcome ours(String url, Malice malice) throws SQLException, InterruptedException {
        try (OurLog target = new OurLog(url, OurLog.Kind.CASE);
                Followers followers = new Followers(target)) {
            Books books = GapAdversary.run(target, malice);
            List<Finding> findings = followers.judge(books);
            return new Outcome(books, findings, followers.judgeBlind(books));
        }
    }

    /** The stock store, in an empty database at this address. */
    public static Outcome stock(String url, Malice malice) throws SQLException, InterruptedException {
        try (StockLog target = new StockLog(url);
                StockFollower follower = new StockFollower(target)) {
            Books books = GapAdversary.run(target, malice);
            return new Outcome(books, List.of(), follower.judge(books));
        }
    }
}
