package io.minutebook.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds switches of a domain's sources that end in a default, which would swallow the next case that is added. */
final class DefaultBranches {
    private static final Pattern DEFAULT = Pattern.compile("(?m)^\\s*default\\s*(->|:)|\\bcase null, default\\b");

    private DefaultBranches() {}

    static List<String> in(Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            List<String> found = new ArrayList<>();
            for (Path file : files.filter(DefaultBranches::domain).sorted().toList()) {
                if (DEFAULT.matcher(Files.readString(file)).find()) {
                    found.add(sources.relativize(file).toString());
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean domain(Path file) {
        return file.toString().endsWith(".java")
                && file.toString().contains("/domain/".replace('/', java.io.File.separatorChar));
    }
}
