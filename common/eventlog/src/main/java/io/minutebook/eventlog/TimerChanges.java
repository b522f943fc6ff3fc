package io.minutebook.eventlog;

import io.minutebook.eventlog.AppendAttachments.TimerUpdate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is left of changes of due times when later ones are laid over earlier ones: each moment is set at most once. */
record TimerChanges(List<TimerUpdate.Set> set, List<TimerUpdate.Clear> cleared) {
    static TimerChanges of(List<TimerUpdate> attachments) {
        Map<TimerUpdate.Clear, Map<String, TimerUpdate.Set>> set = new LinkedHashMap<>();
        Set<TimerUpdate.Clear> cleared = new LinkedHashSet<>();
        for (TimerUpdate note : attachments) {
            switch (note) {
                case TimerUpdate.Set each -> {
                    TimerUpdate.Clear run = new TimerUpdate.Clear(each.stream(), each.clock(), each.round());
                    set.computeIfAbsent(run, of -> new LinkedHashMap<>()).put(each.moment(), each);
                }
                case TimerUpdate.Clear run -> {
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
