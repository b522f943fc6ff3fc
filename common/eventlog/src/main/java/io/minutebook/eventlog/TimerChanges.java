package io.minutebook.eventlog;

import io.minutebook.eventlog.AppendNotes.TimerNote;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is left of changes of due times when later ones are laid over earlier ones: each moment is set at most once. */
record TimerChanges(List<TimerNote.Set> set, List<TimerNote.Clear> cleared) {
    static TimerChanges of(List<TimerNote> notes) {
        Map<TimerNote.Clear, Map<String, TimerNote.Set>> set = new LinkedHashMap<>();
        Set<TimerNote.Clear> cleared = new LinkedHashSet<>();
        for (TimerNote note : notes) {
            switch (note) {
                case TimerNote.Set each -> {
                    TimerNote.Clear run = new TimerNote.Clear(each.stream(), each.clock(), each.round());
                    set.computeIfAbsent(run, of -> new LinkedHashMap<>()).put(each.moment(), each);
                }
                case TimerNote.Clear run -> {
                    set.remove(run);
                    cleared.add(run);
                }
            }
        }
        return new TimerChanges(
                set.values().stream()
                        .flatMap(moments -> moments.values().stream())
                        .toList(),
                List.copyOf(cleared));
    }
}
