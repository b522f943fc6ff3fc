package io.minutebook.standalone.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * How one call or case goes.
 *
 * @param name what is to be seen in it, in English and Chinese
 * @param weight how often it comes among the others
 */
record Story(String name, int weight, List<Beat> beats) {
    Story {
        beats = List.copyOf(beats);
    }

    Story then(Beat... more) {
        List<Beat> all = new ArrayList<>(beats);
        all.addAll(List.of(more));
        return new Story(name, weight, all);
    }

    Story then(List<Beat> more) {
        return then(more.toArray(Beat[]::new));
    }
}
