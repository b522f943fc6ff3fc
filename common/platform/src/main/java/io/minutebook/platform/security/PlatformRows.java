package io.minutebook.platform.security;

import static io.minutebook.platform.security.AccessTable.publicRow;
import static io.minutebook.platform.security.AccessTable.row;
import static io.minutebook.platform.security.AccessTable.staffRow;
import static org.springframework.http.HttpMethod.GET;

import java.util.List;
import java.util.Set;

/**
 * The addresses every service has: health for whoever runs it, its documents, the shell of its pages. Most have no controller of ours; where one
 * answers, its annotation says the same.
 */
final class PlatformRows {
    private PlatformRows() {}

    static List<AccessTable.Row> of(String service) {
        return List.of(
                publicRow(GET, "/actuator/health"),
                publicRow(GET, "/actuator/health/liveness"),
                publicRow(GET, "/actuator/health/readiness"),
                row(GET, "/actuator/**", Set.of(Role.ADMIN)),
                publicRow(GET, "/api/" + service + "/openapi.json"),
                publicRow(GET, "/api/" + service + "/openapi.json/swagger-config"),
                publicRow(GET, "/" + service + "/docs/**"),
                publicRow(GET, "/" + service + "/swagger-ui/**"),
                publicRow(GET, "/" + service + "/assets/**"),
                publicRow(GET, "/" + service + "/signed-out"),
                staffRow(GET, "/" + service),
                staffRow(GET, "/" + service + "/"),
                staffRow(GET, "/"));
    }
}
