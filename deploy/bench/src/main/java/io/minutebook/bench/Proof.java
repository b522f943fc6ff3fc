package io.minutebook.bench;

import java.nio.file.Path;

/** An adversary that tries to make the record wrong, and a judge who would find out. */
public interface Proof {
    String name();

    /** What holds, in one sentence. */
    String claim();

    /**
     * Tries it in a directory of its own.
     *
     * @param whole as long as it takes to believe it; else a short form
     */
    Verdict run(boolean whole, Path directory) throws Exception;

    /**
     * What the judge found.
     *
     * @param words the counts, in one line
     */
    record Verdict(boolean holds, String words) {}
}
