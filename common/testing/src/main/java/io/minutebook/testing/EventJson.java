package io.minutebook.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.function.Function;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds one event's JSON to its golden file, both ways. */
final class EventJson {
    static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(include -> include.withValueInclusion(JsonInclude.Include.NON_NULL))
            .defaultPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")))
            .build();

    private EventJson() {}

    /**
     * What is written today equals the file, and today's record reads the file without losing a field of it, also when the file is about to be
     * written anew.
     *
     * @param today the event as it is written today
     * @param reread reads an old event with today's record and writes it again
     */
    static void check(String file, JsonNode today, Function<JsonNode, JsonNode> reread, String breaks) {
        Function<JsonNode, JsonNode> again = reread.andThen(EventJson::asRead);
        Golden.read(file).map(JSON::readTree).ifPresent(old -> readable(file, old, again, breaks));
        Golden.check(file, text(today), breaks);
        assertThat(again.apply(today))
                .as("%s survives writing and reading", file)
                .isEqualTo(asRead(today));
    }

    /** Today's record reads the old event, and finds in it every field that it has. */
    private static void readable(String file, JsonNode old, Function<JsonNode, JsonNode> reread, String breaks) {
        JsonNode again;
        try {
            again = reread.apply(old);
        } catch (RuntimeException e) {
            throw new AssertionError(file + " can no longer be read: " + e.getMessage() + "\n" + breaks, e);
        }
        old.propertyStream()
                .forEach(field -> assertThat(again.get(field.getKey()))
                        .as("%s: field %s is lost or another in today's record%n%s", file, field.getKey(), breaks)
                        .isEqualTo(field.getValue()));
    }

    /** As a reader sees it, to whom a number is a number. */
    private static JsonNode asRead(JsonNode json) {
        return JSON.readTree(JSON.writeValueAsString(json));
    }

    static String text(JsonNode json) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
    }
}
