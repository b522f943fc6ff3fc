package io.minutebook.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The published events as the compiled records state them, whatever events.txt says. */
final class CompiledEvents {
    private static final Path CLASSES = Path.of("target/classes/io/minutebook/contract");

    private CompiledEvents() {}

    static List<Catalogue.EventType> all() {
        try (Stream<Path> classes = Files.list(CLASSES)) {
            return classes.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".class") && !file.startsWith("package-info"))
                    .map(file -> load(file.replace(".class", "")))
                    .filter(type -> type.isRecord() && PublishedEvent.class.isAssignableFrom(type))
                    .sorted(Comparator.comparing(Class::getSimpleName))
                    .map(Catalogue::describe)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(CompiledEvents.class.getPackageName() + '.' + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
