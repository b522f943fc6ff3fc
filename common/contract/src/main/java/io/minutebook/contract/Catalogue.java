package io.minutebook.contract;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Every published event: its name, its record, its version and the topics that carry it. What stands here is said on the records ({@link Event}). */
public final class Catalogue {
    /**
     * One published event.
     *
     * @param type the name in {@code ce_type}; part of the contract
     * @param version of the value's shape, from 1
     * @param topics the topics that carry it
     * @param status the status of its case from then on; null where it stays as it is
     * @param resumes whether a suspended case is again where it stood before its suspension
     * @param fields of its value, in order
     */
    public record EventType(
            String type,
            Class<? extends PublishedEvent> record,
            int version,
            Set<String> topics,
            @Nullable CaseStatus status,
            boolean resumes,
            List<EventField> fields) {
        /** Returns the URN of the JSON Schema of the event's value. */
        public String schema() {
            return "urn:minutebook:contract:" + type + ":" + version;
        }
    }

    private static final List<EventType> TYPES = read();
    private static final Map<String, EventType> BY_NAME =
            TYPES.stream().collect(toUnmodifiableMap(EventType::type, Function.identity()));
    private static final Map<Class<?>, EventType> BY_RECORD =
            TYPES.stream().collect(toUnmodifiableMap(EventType::record, Function.identity()));

    private Catalogue() {}

    /** Returns all of them, by name. */
    public static List<EventType> types() {
        return TYPES;
    }

    /** Returns the event of a name; empty for one that only a newer contract knows. */
    public static Optional<EventType> named(String type) {
        return Optional.ofNullable(BY_NAME.get(type));
    }

    /** @throws IllegalArgumentException for a record that is not part of the contract */
    public static EventType of(Class<? extends PublishedEvent> record) {
        EventType found = BY_RECORD.get(record);
        if (found == null) {
            throw new IllegalArgumentException(record.getName() + " is not a published event");
        }
        return found;
    }

    /** Returns the name an event travels under. */
    public static String typeOf(PublishedEvent event) {
        return of(event.getClass()).type();
    }

    /** Returns the version of the event's shape, from 1. */
    public static int dataVersion(Class<? extends PublishedEvent> record) {
        return of(record).version();
    }

    /** Returns the topics that carry an event. */
    public static Set<String> topicsOf(Class<? extends PublishedEvent> record) {
        return of(record).topics();
    }

    /** Returns the events a topic carries. */
    public static List<EventType> carriedBy(String topic) {
        return TYPES.stream().filter(type -> type.topics().contains(topic)).toList();
    }

    /** @throws IllegalStateException for a record of the package that is no published event */
    static EventType describe(Class<?> record) {
        Event event = record.getAnnotation(Event.class);
        if (event == null || !PublishedEvent.class.isAssignableFrom(record)) {
            throw new IllegalStateException(record.getName() + " has no @Event, or is no PublishedEvent");
        }
        Class<? extends PublishedEvent> published = record.asSubclass(PublishedEvent.class);
        Status status = record.getAnnotation(Status.class);
        return new EventType(
                record.getSimpleName(),
                published,
                event.version(),
                Set.of(event.topics()),
                status == null || status.value().length == 0 ? null : status.value()[0],
                status != null && status.resumes(),
                EventField.of(published));
    }

    /** A class name a line, written by the contract's tests, so that nothing is searched for at run time. */
    private static List<EventType> read() {
        InputStream file = Objects.requireNonNull(Catalogue.class.getResourceAsStream("events.txt"), "events.txt");
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines().map(name -> describe(load(name))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(Catalogue.class.getPackageName() + '.' + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(
                    "events.txt names " + name
                            + ", which is no class: ./mvnw -pl common/contract test -Dgolden.update=true",
                    e);
        }
    }
}
