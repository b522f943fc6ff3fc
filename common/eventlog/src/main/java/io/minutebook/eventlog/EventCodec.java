package io.minutebook.eventlog;

import io.minutebook.kernel.ClockEvent;
import io.minutebook.kernel.ClockEventWrapper;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The names under which a family of events is stored, for ever: a record may be renamed in code, its stored name may not. An event of an older
 * version is brought up step by step before it is read.
 *
 * @param <E> the sealed family
 */
public final class EventCodec<E> {
    /** An event in its stored form; the bytes are JSON. */
    public record EncodedValue(String type, int version, byte[] payload) {}

    private record Type<E>(
            String name,
            int version,
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
    private final Set<Class<?>> wrappers = new java.util.HashSet<>();

    private EventCodec(String service, Class<E> family) {
        this.service = service;
        this.family = family;
    }

    public static <E> EventCodec<E> of(String service, Class<E> family) {
        return new EventCodec<>(service, family);
    }

    /** Stores a record under {@code service.name} in this version. */
    public EventCodec<E> type(String name, int version, Class<? extends E> record) {
        return add(name, version, record, family::cast);
    }

    /** Stores clock events under their own names; {@code wrapper} is the family's record around them. */
    public EventCodec<E> clocks(Class<? extends E> wrapper, Function<ClockEvent, ? extends E> wrap) {
        wrappers.add(wrapper);
        for (Class<?> record : ClockEvent.class.getPermittedSubclasses()) {
            add(record.getSimpleName(), 1, record, event -> wrap.apply((ClockEvent) event));
        }
        return this;
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

    /** @throws IllegalStateException naming every record of the family that has no stored name, and every missing upcaster */
    public EventCodec<E> verified() {
        Set<String> missing = new TreeSet<>();
        Class<?>[] permitted = family.getPermittedSubclasses();
        for (Class<?> record : permitted == null ? new Class<?>[0] : permitted) {
            if (!byRecord.containsKey(record) && !wrappers.contains(record)) {
                missing.add(record.getName());
            }
        }
        byName.values().forEach(type -> {
            for (int from = 1; from < type.version; from++) {
                if (!upcasters.containsKey(type.name + '/' + from)) {
                    missing.add("upcaster of " + type.name + " from version " + from);
                }
            }
        });
        if (!missing.isEmpty()) {
            throw new IllegalStateException("not registered for storage in " + service + ": " + missing);
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

    /** @throws IllegalArgumentException for a name that was never registered, or a version newer than this code */
    public E decode(String name, int version, byte[] payload) {
        Type<E> type = byName.get(name);
        if (type == null) {
            throw new IllegalArgumentException("unknown stored event " + name);
        }
        if (version > type.version) {
            throw new IllegalArgumentException(name + " of version " + version + " is newer than this program");
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

    private EventCodec<E> add(String name, int version, Class<?> record, Function<Object, E> wrap) {
        Type<E> type =
                new Type<>(qualified(name), version, record, JSON.writerFor(record), JSON.readerFor(record), wrap);
        if (byName.put(type.name, type) != null || byRecord.put(record, type) != null) {
            throw new IllegalStateException("stored twice: " + type.name);
        }
        return this;
    }

    private String qualified(String name) {
        return service + '.' + name;
    }
}
