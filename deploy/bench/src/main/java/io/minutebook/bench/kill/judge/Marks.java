package io.minutebook.bench.kill.judge;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Texts by which a command is known again in what it caused. */
public final class Marks {
    private static final Pattern MARK = Pattern.compile("mark:[0-9a-z.-]+;");

    private Marks() {}

    /** @param name lower-case letters, digits, dots and hyphens */
    public static String of(String name) {
        String mark = "mark:" + name + ";";
        if (!MARK.matcher(mark).matches()) {
            throw new IllegalArgumentException(name);
        }
        return mark;
    }

    static List<String> in(String text) {
        return MARK.matcher(text).results().map(MatchResult::group).distinct().toList();
    }
}
