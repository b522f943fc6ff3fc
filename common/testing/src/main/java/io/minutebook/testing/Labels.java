package io.minutebook.testing;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The texts of the module's pages: a bundle of messages in English with its Chinese twin, read from the module's resources. Keys are either named in
 * full by a template, a class or the settings, or they belong to a family whose last part is made up at run time, such as {@code event.} with the name
 * of an event.
 */
public final class Labels {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern ASKED = Pattern.compile("#\\{([\\w.-]+)");
    private static final Pattern LITERAL = Pattern.compile("\"([\\w.-]+)\"");
    private static final Pattern SETTING = Pattern.compile(": ([\\w.-]+)\\s*$", Pattern.MULTILINE);

    private final String prefix;
    private final Properties english;
    private final Properties chinese;

    private Labels(String bundle, String prefix) {
        this.prefix = prefix;
        this.english = load(bundle);
        this.chinese = load(bundle + "_zh");
    }

    /**
     * @param bundle such as {@code messages/followup}
     * @param prefix what all keys of the bundle begin with and classes leave out; empty where there is no such thing
     */
    public static Labels of(String bundle, String prefix) {
        return new Labels(bundle, prefix);
    }

    /** Returns the keys, without the prefix, that are missing or blank in one of the languages. */
    public Set<String> inOneLanguage() {
        Set<String> found = new TreeSet<>();
        for (String key : keys()) {
            if (english.getProperty(prefix + key, "").isBlank()
                    || chinese.getProperty(prefix + key, "").isBlank()) {
                found.add(key);
            }
        }
        return found;
    }

    /** Returns what the keys of a family end in. */
    public Set<String> family(String family) {
        Set<String> found = new TreeSet<>();
        keys().stream().filter(key -> key.startsWith(family)).forEach(key -> found.add(key.substring(family.length())));
        return found;
    }

    /** Returns the keys outside of these families that nothing in the module names. */
    public Set<String> unused(Collection<String> families) {
        Set<String> named = new TreeSet<>(asked());
        named.addAll(found(Path.of("src/main/java"), ".java", LITERAL));
        named.addAll(found(RESOURCES, ".yaml", SETTING));
        Set<String> unused = keys();
        unused.removeIf(key -> named.contains(key)
                || named.contains(prefix + key)
                || families.stream().anyMatch(key::startsWith));
        return unused;
    }

    /** Returns the keys with the prefix that templates name and the bundle does not have. */
    public Set<String> missing() {
        Set<String> missing = asked();
        missing.removeIf(key -> !key.startsWith(prefix) || english.containsKey(key));
        return missing;
    }

    private Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        Stream.of(english, chinese)
                .flatMap(texts -> texts.stringPropertyNames().stream())
                .forEach(key -> keys.add(key.startsWith(prefix) ? key.substring(prefix.length()) : key));
        return keys;
    }

    private static Set<String> asked() {
        return found(RESOURCES.resolve("templates"), ".html", ASKED);
    }

    private static Set<String> found(Path folder, String ending, Pattern pattern) {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> read =
                    files.filter(file -> file.toString().endsWith(ending)).toList();
            for (Path file : read) {
                Matcher matcher = pattern.matcher(Files.readString(file));
                while (matcher.find()) {
                    found.add(matcher.group(1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static Properties load(String bundle) {
        Properties texts = new Properties();
        try (Reader file = Files.newBufferedReader(RESOURCES.resolve(bundle + ".properties"))) {
            texts.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
