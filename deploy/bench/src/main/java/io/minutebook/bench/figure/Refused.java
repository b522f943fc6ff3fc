package io.minutebook.bench.figure;

import io.minutebook.bench.load.CountedPosts;
import java.util.Map;
import java.util.TreeMap;

/** Every answer over all rounds that was not the wanted one. */
final class Refused {
    private final Map<String, Long> answers = new TreeMap<>();

    void add(CountedPosts posts) {
        posts.others().forEach((status, times) -> answers.merge(status, times, Long::sum));
    }

    /** For the notes of a figure: how often each was given. */
    Map<String, Long> answers() {
        return answers;
    }
}
