package io.minutebook.eventlog;

import io.minutebook.kernel.ClockEvent;
import io.minutebook.kernel.ClockEventWrapper;
import io.minutebook.kernel.StoredAs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns the events of a family into what the log stores, and back. The stored names stand on the records; an event of an older version is
 * brought up step by step before it is read.
 *
 * @param <E> the sealed family
 */
public final class EventCodec<E> {
    /** An event in its stored form; the bytes are JSON. */
    public record EncodedValue(String type, int version, byte[] payload) {}

    private record Type<E>(
            String name,
            int version,
            int oldest,
            Class<?> record,
            ObjectWriter writer,
            ObjectReader reader,
            Function<Object, E> wrap) {}

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(new InstantModule())
            .build();

    private final String service;
    private final Class<E> family;
    private final Map<String, Type<E>> byName = new HashMap<>();
    private final Map<Class<?>, Type<E>> byRecord = new HashMap<>();
    private final Map<String, UnaryOperator<ObjectNode>> upcasters = new HashMap<>();

    private EventCodec(String service, Class<E> family, @Nullable Function<ClockEvent, ? extends E> wrap) {
        this.service = service;
        this.family = family;
        Set<String> nameless = new TreeSet<>();
        for (Class<?> record : leaves(family)) {
            if (ClockEventWrapper.class.isAssignableFrom(record) && wrap != null) {
                leaves(ClockEvent.class)
                        .forEach(clock -> add(clock, event -> wrap.apply((ClockEvent) event), nameless));
            } else {
                add(record, family::cast, nameless);
            }
        }
        if (!nameless.isEmpty()) {
            throw new IllegalStateException(
                    "write @StoredAs(\"...\") on each event that " + service + " stores; it is missing on " + nameless);
        }
    }

    /**
     * Returns the codec of a family without clocks. The stored names stand on the records ({@link StoredAs}).
     *
     * @throws IllegalStateException naming every event without a stored name, or a name that stands twice
     */
    public static <E> EventCodec<E> of(String service, Class<E> family) {
        return new EventCodec<>(service, family, null);
    }

    /** The same for a family that has clock events in it; {@code wrap} makes the family's record around one. */
    public static <E> EventCodec<E> of(String service, Class<E> family, Function<ClockEvent, ? extends E> wrap) {
        return new EventCodec<>(service, family, wrap);
    }

    /** Makes JSON of version {@code from} into that of the next version. */
    public EventCodec<E> upcast(String name, int from, UnaryOperator<ObjectNode> step) {
        upcasters.put(qualified(name) + '/' + from, step);
        return this;
    }

    public Class<E> family() {
        return family;
    }

    /** The stored names, qualified, with the version that is written today. */
    public Map<String, Integer> versions() {
        Map<String, Integer> versions = new java.util.TreeMap<>();
        byName.values().forEach(type -> versions.put(type.name, type.version));
        return versions;
    }

    /** @throws IllegalStateException naming every upcaster that is missing */
    public EventCodec<E> verified() {
        Set<String> missing = new TreeSet<>();
        byName.values().forEach(type -> {
            for (int from = type.oldest; from < type.version; from++) {
                if (!upcasters.containsKey(type.name + '/' + from)) {
                    missing.add(type.name + " from version " + from);
                }
            }
        });
        if (!missing.isEmpty()) {
            throw new IllegalStateException("these events of " + service + " have no upcaster: " + missing);
        }
        return this;
    }

    public EncodedValue encode(E event) {
        Object inner = event instanceof ClockEventWrapper carrier ? carrier.clock() : event;
        Type<E> type = byRecord.get(inner.getClass());
        if (type == null) {
            throw new IllegalArgumentException(
                    "no stored name for " + inner.getClass().getName());
        }
        return new EncodedValue(type.name, type.version, type.writer.writeValueAsBytes(inner));
    }

    /** @throws IllegalArgumentException for a name that was never registered, and for a version newer than this code or no longer readable */
    public E decode(String name, int version, byte[] payload) {
        Type<E> type = byName.get(name);
        if (type == null) {
            throw new IllegalArgumentException("unknown stored event " + name);
        }
        if (version > type.version) {
            throw new IllegalArgumentException(name + " of version " + version + " is newer than this program");
        }
        if (version < type.oldest) {
            throw new IllegalArgumentException(name + " of version " + version
                    + " was written by a program before version 0.1.0; start with an empty data directory");
        }
        if (version == type.version) {
            return type.wrap.apply(type.reader.readValue(payload));
        }
        JsonNode node = JSON.readTree(payload);
        for (int from = version; from < type.version; from++) {
            UnaryOperator<ObjectNode> step = upcasters.get(name + '/' + from);
            if (step == null) {
                throw new IllegalArgumentException("no upcaster of " + name + " from version " + from);
            }
            node = step.apply((ObjectNode) node);
        }
        return type.wrap.apply(JSON.treeToValue(node, type.record));
    }

    private void add(Class<?> record, Function<Object, E> wrap, Set<String> nameless) {
        StoredAs stored = record.getAnnotation(StoredAs.class);
        if (stored == null) {
            nameless.add(record.getName());
            return;
        }
        Type<E> type = new Type<>(
                qualified(stored.value()),
                stored.version(),
                stored.oldest(),
                record,
                JSON.writerFor(record),
                JSON.readerFor(record),
                wrap);
        if (byName.put(type.name, type) != null) {
            throw new IllegalStateException("the stored name " + type.name + " stands on two events");
        }
        byRecord.put(record, type);
    }

    /** Returns the records of a sealed family, however deep its families within families are. */
    private static List<Class<?>> leaves(Class<?> family) {
        Class<?>[] permitted = family.getPermittedSubclasses();
        return permitted == null
                ? List.of(family)
                : Stream.of(permitted)
                        .flatMap(member -> leaves(member).stream())
                        .distinct()
                        .toList();
    }

    private String qualified(String name) {
        return service + '.' + name;
    }
}
