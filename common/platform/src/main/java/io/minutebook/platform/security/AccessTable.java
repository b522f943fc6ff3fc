package io.minutebook.platform.security;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Which role may do what in a service: what the annotations of its controllers say ({@link Allow}, {@link AllowStaff}, {@link AllowAnyone}), and
 * the addresses that every service has. What stands in no row is refused. It is filled once, before the first request: until then it refuses
 * everything.
 */
public final class AccessTable {
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

    private record Line(Row row, PathPattern pattern) {
        static Line of(Row row) {
            return new Line(row, PathPatternParser.defaultInstance.parse(row.path()));
        }
    }

    /** @param lines all rows, the most specific first; {@code own} are those that not every service has */
    private record Contents(List<Line> lines, List<Row> own) {
        Contents {
            own = List.copyOf(own);
        }
    }

    private volatile Contents contents = new Contents(List.of(), List.of());

    AccessTable() {}

    /** An address for those who hold one of these roles at the site the request concerns. */
    static Row row(HttpMethod method, String path, Set<Role> roles) {
        return new Row(method, path, roles, false);
    }

    /** An address for everybody who is signed in with any role. */
    static Row staffRow(HttpMethod method, String path) {
        return new Row(method, path, EnumSet.allOf(Role.class), false);
    }

    /** An address for anybody, signed in or not. */
    static Row publicRow(HttpMethod method, String path) {
        return new Row(method, path, Set.of(), true);
    }

    /** Replaces what the table holds by the service's own rows and those of every service. */
    void fill(List<Row> own, List<Row> everywhere) {
        contents = new Contents(
                Stream.concat(own.stream(), everywhere.stream())
                        .map(Line::of)
                        .sorted(Comparator.comparing(Line::pattern, PathPattern.SPECIFICITY_COMPARATOR))
                        .toList(),
                own);
    }

    /** Returns the rows of this service, without those that every service has. */
    public List<Row> rows() {
        return contents.own();
    }

    /** Returns all rows, the most specific first. */
    List<Row> allRows() {
        return contents.lines().stream().map(Line::row).toList();
    }

    /** Returns the row that governs a request: of those that fit, the most specific. HEAD is governed by GET. */
    Optional<Row> find(HttpMethod method, PathContainer path) {
        HttpMethod asked = method.equals(HttpMethod.HEAD) ? HttpMethod.GET : method;
        return contents.lines().stream()
                .filter(line -> line.row().method().equals(asked))
                .filter(line -> line.pattern().matches(path))
                .map(Line::row)
                .findFirst();
    }

    /** Returns the methods an address knows; none when it stands in no row. */
    Set<HttpMethod> methods(PathContainer path) {
        return contents.lines().stream()
                .filter(line -> line.pattern().matches(path))
                .map(line -> line.row().method())
                .collect(Collectors.toUnmodifiableSet());
    }
}
