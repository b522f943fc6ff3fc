package io.minutebook.platform.security;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** The one place that says which role may do what in a service. What stands in no row is refused. */
public final class AccessTable {
    /** Rooms whose addresses every service has. */
    private static final Set<String> SHARED_ROOMS = Set.of("io.minutebook.platform.problem", "io.minutebook.pages");

    /** One address and who may use it: somebody with one of the roles, or, where it is open, anybody at all. */
    public record Row(HttpMethod method, String path, Set<Role> roles, boolean open) {
        public Row {
            roles = Set.copyOf(roles);
        }

        /** Returns the words of the roles, separated by commas, or {@code anybody} where the address is open. */
        public String who() {
            return open ? "anybody" : roles.stream().sorted().map(Role::word).collect(Collectors.joining(", "));
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private record Line(Row row, PathPattern pattern) {}

    private final List<Line> lines;

    private AccessTable(List<Row> rows) {
        lines = rows.stream()
                .map(row -> new Line(row, PathPatternParser.defaultInstance.parse(row.path())))
                .sorted(Comparator.comparing(Line::pattern, PathPattern.SPECIFICITY_COMPARATOR))
                .toList();
    }

    public static AccessTable of(Row... rows) {
        return new AccessTable(List.of(rows));
    }

    /** An address for those who hold one of these roles at the site the request concerns. */
    public static Row row(HttpMethod method, String path, Role first, Role... more) {
        return new Row(method, path, EnumSet.of(first, more), false);
    }

    /** An address for everybody who is signed in with any role. */
    public static Row staffRow(HttpMethod method, String path) {
        return new Row(method, path, EnumSet.allOf(Role.class), false);
    }

    /** An address for anybody, signed in or not. */
    public static Row publicRow(HttpMethod method, String path) {
        return new Row(method, path, Set.of(), true);
    }

    public AccessTable with(Row... more) {
        return new AccessTable(
                Stream.concat(rows().stream(), Arrays.stream(more)).toList());
    }

    public List<Row> rows() {
        return lines.stream().map(Line::row).toList();
    }

    /** The row that governs a request: of those that fit, the most specific. HEAD is governed by GET. */
    Optional<Row> find(HttpMethod method, PathContainer path) {
        HttpMethod asked = method.equals(HttpMethod.HEAD) ? HttpMethod.GET : method;
        return lines.stream()
                .filter(line -> line.row().method().equals(asked))
                .filter(line -> line.pattern().matches(path))
                .map(Line::row)
                .findFirst();
    }

    /** The methods an address knows; none when nobody listed it. */
    Set<HttpMethod> methods(PathContainer path) {
        return lines.stream()
                .filter(line -> line.pattern().matches(path))
                .map(line -> line.row().method())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Where the table and the service's controllers disagree, in words: addresses that stand in no row, rows that no controller answers,
     * rows that stand twice. Empty is right. The platform's own addresses are left out on both sides.
     */
    public List<String> disagreements(RequestMappingHandlerMapping mappings) {
        Set<String> answered = new TreeSet<>();
        mappings.getHandlerMethods().forEach((mapping, handler) -> {
            String room = handler.getBeanType().getPackageName();
            if (room.startsWith("io.minutebook.") && !SHARED_ROOMS.contains(room)) {
                answered.addAll(addresses(mapping));
            }
        });
        Set<String> listed = rows().stream().map(Row::toString).collect(Collectors.toCollection(TreeSet::new));
        List<String> words = new ArrayList<>();
        answered.stream().filter(address -> !listed.contains(address)).forEach(a -> words.add("no row for " + a));
        listed.stream().filter(row -> !answered.contains(row)).forEach(row -> words.add("nothing answers " + row));
        repeated().forEach(row -> words.add("twice: " + row));
        return words;
    }

    private static List<String> addresses(RequestMappingInfo mapping) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        return mapping.getPatternValues().stream()
                .flatMap(path -> methods.isEmpty()
                        ? Stream.of("(any method) " + path)
                        : methods.stream().map(method -> method + " " + path))
                .toList();
    }

    private List<String> repeated() {
        List<String> seen = new ArrayList<>();
        return rows().stream()
                .map(Row::toString)
                .filter(row -> {
                    boolean twice = seen.contains(row);
                    seen.add(row);
                    return twice;
                })
                .toList();
    }
}
