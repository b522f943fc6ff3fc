package io.minutebook.testing;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Holds what a service offers over HTTP to two golden files: {@code openapi.json} and {@code access.txt}. */
public final class ApiGolden {
    private static final String BREAKS = """
        Callers depend on this: an address, a field or a status that goes away or means something else breaks them, and a changed role opens or \
        closes a door. Read the difference before you write the file anew.\
        """;
    private static final Comparator<Row> BY_ADDRESS =
            Comparator.comparing(Row::path).thenComparing(Row::method).thenComparing(Row::who);

    private ApiGolden() {}

    /** One row of an access table. {@code who}: the roles, or one word for everybody. */
    public record Row(String method, String path, String who) {}

    /**
     * Compares the OpenAPI document with {@code golden/openapi.json}. The members of each object are sorted by name, because some of them come in
     * another order in each process; lists keep their order.
     */
    public static void openApi(String document) {
        Golden.check("openapi.json", EventJson.text(sorted(EventJson.JSON.readTree(document))), BREAKS);
    }

    /** Compares all rows of the access table, sorted by address and one a line, with {@code golden/access.txt}. */
    public static void access(Collection<Row> rows) {
        int methods = width(rows.stream().map(Row::method).toList());
        int paths = width(rows.stream().map(Row::path).toList());
        String line = "%-" + methods + "s  %-" + paths + "s  %s\n";
        Golden.check(
                "access.txt",
                rows.stream()
                        .sorted(BY_ADDRESS)
                        .map(row -> line.formatted(row.method(), row.path(), row.who()))
                        .collect(Collectors.joining()),
                BREAKS);
    }

    /** The same JSON over several lines, its members in the order in which they came. */
    public static String pretty(String json) {
        return EventJson.text(EventJson.JSON.readTree(json));
    }

    private static int width(List<String> column) {
        return column.stream().mapToInt(String::length).max().orElse(1);
    }

    private static JsonNode sorted(JsonNode json) {
        if (json.isObject()) {
            ObjectNode sorted = EventJson.JSON.createObjectNode();
            json.properties().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(member -> sorted.set(member.getKey(), sorted(member.getValue())));
            return sorted;
        }
        if (json.isArray()) {
            ArrayNode same = EventJson.JSON.createArrayNode();
            json.forEach(item -> same.add(sorted(item)));
            return same;
        }
        return json;
    }
}
