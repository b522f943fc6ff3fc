package io.minutebook.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A class's simple name says which class is meant, in the whole repository: whoever searches for it, or reads it in a stack trace, finds one. Looked
 * at are the top-level classes of production code. {@code double-names.txt} lists those that may still occur more than once, and how often.
 */
class ClassNamesTest {
    private static final Path SOURCES = Path.of("src", "main", "java");

    @Test
    void no_class_name_occurs_twice_but_those_that_are_listed() throws IOException {
        Map<String, Integer> found = doubles(Golden.repository());
        Map<String, Integer> allowed = allowed();
        assertThat(without(found, allowed))
                .as("these occur so often and are not on the list: give the new class a name of its own")
                .isEmpty();
        assertThat(without(allowed, found))
                .as("these do not occur so often any more: take them off the list, or lower their number")
                .isEmpty();
    }

    @Test
    void a_name_is_counted_in_production_code_of_all_modules(@TempDir Path repository) throws IOException {
        source(repository, "one/src/main/java/a/Twice.java");
        source(repository, "deep/two/src/main/java/b/Twice.java");
        source(repository, "one/src/main/java/a/Once.java");
        source(repository, "one/src/test/java/a/Once.java");
        source(repository, "one/target/src/main/java/a/Once.java");
        source(repository, "one/src/main/java/a/package-info.java");
        source(repository, "one/src/main/java/b/package-info.java");

        assertThat(doubles(repository)).containsExactly(entry("Twice", 2));
    }

    private static Map<String, Integer> without(Map<String, Integer> these, Map<String, Integer> those) {
        Map<String, Integer> left = new TreeMap<>(these);
        left.entrySet().removeAll(those.entrySet());
        return left;
    }

    private static Map<String, Integer> allowed() throws IOException {
        Map<String, Integer> allowed = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("src/test/resources/double-names.txt"))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] words = line.trim().split(" +");
                assertThat(allowed.put(words[0], Integer.valueOf(words[1])))
                        .as("listed twice: " + words[0])
                        .isNull();
            }
        }
        return allowed;
    }

    private static Map<String, Integer> doubles(Path repository) throws IOException {
        Map<String, Integer> found = new TreeMap<>();
        Files.walkFileTree(repository, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = String.valueOf(folder.getFileName());
                return name.equals("target") || name.equals(".git")
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = String.valueOf(file.getFileName());
                if (name.endsWith(".java") && !name.equals("package-info.java") && production(file)) {
                    found.merge(name.replace(".java", ""), 1, Integer::sum);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        found.values().removeIf(times -> times == 1);
        return found;
    }

    private static boolean production(Path file) {
        for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
            if (folder.endsWith(SOURCES)) {
                return true;
            }
        }
        return false;
    }

    private static void source(Path repository, String name) {
        try {
            Path file = repository.resolve(name);
            Files.createDirectories(file.getParent());
            Files.createFile(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
