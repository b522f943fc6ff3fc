package io.minutebook.platform.security;

import static io.minutebook.platform.security.AccessTable.publicRow;
import static io.minutebook.platform.security.AccessTable.row;
import static org.springframework.http.HttpMethod.GET;

/** The addresses every service has: health for whoever runs it, its documents, the shell of its pages. */
final class PlatformRows {
    private PlatformRows() {}

    static AccessTable around(AccessTable table, String service) {
        return table.with(
                publicRow(GET, "/actuator/health"),
                publicRow(GET, "/actuator/health/liveness"),
                publicRow(GET, "/actuator/health/readiness"),
                row(GET, "/actuator/**", Role.ADMIN),
                publicRow(GET, "/api/" + service + "/openapi.json"),
                publicRow(GET, "/api/" + service + "/openapi.json/swagger-config"),
                publicRow(GET, "/" + service + "/docs/**"),
                publicRow(GET, "/" + service + "/swagger-ui/**"),
                publicRow(GET, "/" + service + "/assets/**"),
                publicRow(GET, "/" + service + "/signed-out"),
                AccessTable.staffRow(GET, "/" + service),
                AccessTable.staffRow(GET, "/" + service + "/"),
                AccessTable.staffRow(GET, "/"));
    }
}
