package io.minutebook.bench.kill.judge;

import io.minutebook.contract.Catalogue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The services' logs, found by what a command says of its effects, by stream and by cause. */
final class Logs {
    private final List<Logged> all;
    private final Map<UUID, Logged> byId = new HashMap<>();
    private final Map<String, List<Logged>> byMark = new HashMap<>();
    private final Map<String, List<Logged>> byStream = new HashMap<>();
    private final Map<UUID, List<Logged>> byCause = new HashMap<>();

    Logs(List<Logged> all) {
        this.all = all;
        for (Logged event : all) {
            byId.putIfAbsent(event.eventId(), event);
            put(byStream, event.service() + " " + event.stream(), event);
            Marks.in(event.payload())
                    .forEach(mark -> put(byMark, event.service() + " " + event.type() + " " + mark, event));
            if (event.causationId() != null) {
                put(byCause, event.causationId(), event);
            }
        }
        byStream.values().forEach(events -> events.sort(Comparator.comparingLong(Logged::sequence)));
    }

    private static <K> void put(Map<K, List<Logged>> map, K key, Logged event) {
        map.computeIfAbsent(key, unused -> new ArrayList<>()).add(event);
    }

    List<Logged> all() {
        return all;
    }

    Iterable<List<Logged>> streams() {
        return byStream.values();
    }

    Logged event(UUID id) {
        Logged found = byId.get(id);
        if (found == null) {
            throw new IllegalArgumentException("no event " + id);
        }
        return found;
    }

    boolean has(UUID id) {
        return byId.containsKey(id);
    }

    List<Logged> stream(String service, String stream) {
        return byStream.getOrDefault(service + " " + stream, List.of());
    }

    List<Logged> causedBy(UUID cause) {
        return byCause.getOrDefault(cause, List.of());
    }

    /** The events that a command must have caused under this name: by its mark, or else in its stream. */
    List<Logged> effects(Sent command, String effect) {
        if (command.mark() != null) {
            return byMark.getOrDefault(command.service() + " " + effect + " " + command.mark(), List.of());
        }
        return command.stream() == null
                ? List.of()
                : stream(command.service(), command.stream()).stream()
                        .filter(event -> event.type().equals(effect))
                        .toList();
    }

    /** Whether the world hears of it. */
    static boolean published(Logged event) {
        return Catalogue.named(event.type()).isPresent();
    }
}
