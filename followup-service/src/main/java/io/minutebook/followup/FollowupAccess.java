package io.minutebook.followup;

import static io.minutebook.platform.security.AccessTable.publicRow;
import static io.minutebook.platform.security.AccessTable.row;
import static io.minutebook.platform.security.Role.ADMIN;
import static io.minutebook.platform.security.Role.AGENT;
import static io.minutebook.platform.security.Role.AUDITOR;
import static io.minutebook.platform.security.Role.ENGINEER;
import static io.minutebook.platform.security.Role.EXPERT;
import static io.minutebook.platform.security.Role.FOLLOWUP;
import static io.minutebook.platform.security.Role.INTEGRATOR;
import static io.minutebook.platform.security.Role.MANAGER;
import static io.minutebook.platform.security.Role.SUPERVISOR;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import io.minutebook.platform.security.AccessTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may do what in followup. Those who repair do not clear: that is for those who speak with the customer. */
@Configuration(proxyBeanMethods = false)
class FollowupAccess {
    @Bean
    AccessTable accessTable() {
        return AccessTable.of(
                        row(GET, "/api/followup/dead-letters", ADMIN),
                        row(POST, "/api/followup/dead-letters/redrive", ADMIN),
                        row(POST, "/api/followup/cases/{caseId}/callbacks", AGENT, FOLLOWUP, INTEGRATOR),
                        row(POST, "/api/followup/cases/{caseId}/clearance", AGENT, FOLLOWUP, INTEGRATOR),
                        row(
                                GET,
                                "/api/followup/cases/{caseId}",
                                AGENT,
                                FOLLOWUP,
                                SUPERVISOR,
                                AUDITOR,
                                ENGINEER,
                                EXPERT,
                                MANAGER,
                                INTEGRATOR),
                        publicRow(POST, "/api/followup/surveys/{token}"),
                        publicRow(GET, "/followup/surveys/{token}"),
                        publicRow(POST, "/followup/surveys/{token}"))
                .with(LedgerAccess.rows());
    }
}
