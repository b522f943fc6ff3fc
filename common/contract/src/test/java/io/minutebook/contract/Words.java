package io.minutebook.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a record's Javadoc says: the sentence on the record and one for each field. */
record Words(String sentence, Map<String, String> fields) {
    private static final Path SOURCES = Path.of("src/main/java/io/minutebook/contract");
    private static final Pattern COMMENT = Pattern.compile(
            "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@\\w+(?:\\([^)]*\\))?\\s*)*public record", Pattern.DOTALL);
    private static final Pattern PARAM = Pattern.compile("@param (\\w+) ([^@]*)");

    static Words of(Class<?> record) {
        Matcher comment = COMMENT.matcher(source(record));
        if (!comment.find()) {
            throw new IllegalStateException(
                    record.getSimpleName() + " has no Javadoc; write what it means in the trade");
        }
        String text = comment.group(1)
                .replaceAll("\\s*\\n\\s*\\*", " ")
                .replaceAll("\\s+", " ")
                .strip();
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher params = PARAM.matcher(text);
        while (params.find()) {
            fields.put(params.group(1), params.group(2).strip());
        }
        int first = text.indexOf("@param");
        return new Words((first < 0 ? text : text.substring(0, first)).strip(), fields);
    }

    String field(String name) {
        String words = fields.get(name);
        if (words == null) {
            throw new IllegalStateException("no @param for " + name + ": every field says what it means");
        }
        return words;
    }

    private static String source(Class<?> record) {
        try {
            return Files.readString(SOURCES.resolve(record.getSimpleName() + ".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
