package io.minutebook.followup;

import static io.minutebook.platform.security.AccessTable.row;
import static io.minutebook.platform.security.Role.ADMIN;
import static io.minutebook.platform.security.Role.AGENT;
import static io.minutebook.platform.security.Role.ANALYST;
import static io.minutebook.platform.security.Role.AUDITOR;
import static io.minutebook.platform.security.Role.ENGINEER;
import static io.minutebook.platform.security.Role.EXPERT;
import static io.minutebook.platform.security.Role.FOLLOWUP;
import static io.minutebook.platform.security.Role.INTEGRATOR;
import static io.minutebook.platform.security.Role.MANAGER;
import static io.minutebook.platform.security.Role.SUPERVISOR;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import io.minutebook.platform.security.AccessTable.Row;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;

/** Who may read the case ledger, build it anew and take history out. */
final class LedgerAccess {
    private LedgerAccess() {}

    static Row[] rows() {
        return Stream.of(
                        reading("/api/followup/cases"),
                        reading("/api/followup/cases/{caseId}/timeline"),
                        reading("/api/followup/cases/{caseId}/clearance"),
                        reading("/followup/cases"),
                        reading("/followup/cases/{caseId}"),
                        reading("/followup/cases/{caseId}/record"),
                        reading("/followup/cases/{caseId}/live"),
                        row(GET, "/api/followup/exports/history", ADMIN, ANALYST, AUDITOR),
                        row(GET, "/api/followup/exports/history.csv", ANALYST, AUDITOR),
                        row(POST, "/api/followup/rebuild", ADMIN),
                        row(GET, "/api/followup/rebuild", ADMIN))
                .toArray(Row[]::new);
    }

    private static Row reading(String path) {
        return row(
                HttpMethod.GET,
                path,
                AGENT,
                FOLLOWUP,
                SUPERVISOR,
                AUDITOR,
                ANALYST,
                ENGINEER,
                EXPERT,
                MANAGER,
                INTEGRATOR,
                ADMIN);
    }
}
