package io.minutebook.projection;

import org.jspecify.annotations.Nullable;

/**
 * Words that most events repeat, such as their type, their site, the name of a clock: kept once, so that whoever keeps many events keeps little of
 * them. What is rarely repeated is forgotten again; nothing grows.
 */
public final class StringPool {
    private static final int KEPT = 2048;
    private static final int LONGEST = 40;
    // a race costs at most that a word is kept twice
    private static final @Nullable String[] WORDS = new String[KEPT];

    private StringPool() {}

    /** The same word, if it was met before the very same object. */
    public static String word(String word) {
        if (word.length() > LONGEST) {
            return word;
        }
        int hash = word.hashCode();
        int place = (hash ^ hash >>> 16) & KEPT - 1;
        String kept = WORDS[place];
        if (kept != null && kept.equals(word)) {
            return kept;
        }
        WORDS[place] = word;
        return word;
    }
}
