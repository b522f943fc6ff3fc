package io.minutebook.eventlog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** Appends that share one statement: no two of them are about the same stream, the same consumed partition, or the same key. */
final class AppendGroup {
    private static final int MOST_EVENTS = 2_000;

    private final List<Append> appends = new ArrayList<>();
    private final Set<Object> subjects = new HashSet<>();
    private int events;

    /** Takes from the front of those waiting what can be written together; the rest waits on, in its order. */
    static List<Append> takeFrom(List<Append> waiting) {
        AppendGroup group = new AppendGroup();
        Iterator<Append> next = waiting.iterator();
        while (next.hasNext()) {
            Append append = next.next();
            if (group.admits(append)) {
                next.remove();
            }
        }
        return group.appends;
    }

    private boolean admits(Append append) {
        boolean clash = !Collections.disjoint(subjects, append.about());
        // also of one that waits: what comes later about the same thing must not overtake it
        subjects.addAll(append.about());
        if (clash || (!appends.isEmpty() && events + append.events().size() > MOST_EVENTS)) {
            return false;
        }
        events += append.events().size();
        appends.add(append);
        return true;
    }
}
