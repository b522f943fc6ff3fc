package io.minutebook.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Files that hold what was once stored or published, so that a change of it cannot pass unseen. They lie under {@code src/test/resources/golden} of
 * the module under test; {@code -Dgolden.update=true} writes them anew.
 */
public final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private Golden() {}

    /** Whether this run writes the files anew. */
    public static boolean updating() {
        return Boolean.getBoolean("golden.update");
    }

    /** What the file holds; empty where there is none yet. */
    public static Optional<String> read(String name) {
        Path file = FOLDER.resolve(name);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The text is what the file holds.
     *
     * @param breaks what to do when the change is one that breaks a reader
     * @throws AssertionError naming the remedy
     */
    public static void check(String name, String text, String breaks) {
        Optional<String> held = read(name);
        if (held.filter(text::equals).isPresent()) {
            return;
        }
        if (updating()) {
            write(name, text);
            return;
        }
        throw new AssertionError(held.map(
                        old -> "%s is no longer what is written today.%n%s%nIf no reader breaks: %s%nheld: %s%nnow:  %s"
                                .formatted(FOLDER.resolve(name), breaks, remedy(), old.strip(), text.strip()))
                .orElseGet(() -> "%s is missing. Write it, look at it and commit it: %s"
                        .formatted(FOLDER.resolve(name), remedy())));
    }

    /** The command that writes this module's files anew. */
    public static String remedy() {
        Path here = Path.of("").toAbsolutePath();
        Path root = here;
        while (root.getParent() != null && !Files.exists(root.resolve("mvnw"))) {
            root = root.getParent();
        }
        return "./mvnw -pl " + root.relativize(here) + " -am test -Dgolden.update=true";
    }

    private static void write(String name, String text) {
        Path file = FOLDER.resolve(name);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
