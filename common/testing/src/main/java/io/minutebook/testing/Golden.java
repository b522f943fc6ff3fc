package io.minutebook.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Files that hold what was once stored or published, so that a change of it cannot pass unseen. They lie under {@code src/test/resources/golden} of
 * the module under test; {@code -Dgolden.update=true} writes them anew.
 */
public final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private static final int SHOWN = 40;

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
                        old -> "%s is no longer what is written today.%n%s%nIf no reader breaks: %s%n%s"
                                .formatted(FOLDER.resolve(name), breaks, remedy(), difference(old, text)))
                .orElseGet(() -> "%s is missing. Write it, look at it and commit it: %s"
                        .formatted(FOLDER.resolve(name), remedy())));
    }

    /** Both texts where they are short; of long ones, some lines from the first one that differs. */
    private static String difference(String old, String now) {
        List<String> held = old.lines().toList();
        List<String> today = now.lines().toList();
        int from = 0;
        if (held.size() + today.size() > 2 * SHOWN) {
            while (from < Math.min(held.size(), today.size()) && held.get(from).equals(today.get(from))) {
                from++;
            }
        }
        return "from line %d%nheld:%n%s%nnow:%n%s".formatted(from + 1, some(held, from), some(today, from));
    }

    private static String some(List<String> lines, int from) {
        return lines.stream().skip(from).limit(SHOWN).collect(Collectors.joining("\n"));
    }

    /** The command that writes this module's files anew. */
    public static String remedy() {
        return "./mvnw -pl " + repository().relativize(Path.of("").toAbsolutePath()) + " -am test -Dgolden.update=true";
    }

    /** The root of the repository that the module under test belongs to. */
    static Path repository() {
        Path root = Path.of("").toAbsolutePath();
        while (root.getParent() != null && !Files.exists(root.resolve("mvnw"))) {
            root = root.getParent();
        }
        return root;
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
