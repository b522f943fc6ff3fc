package io.minutebook.escalation.api;

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

import io.minutebook.platform.security.AccessTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may do what to a case here. Agents may enter what an engineer, a partner or a vendor tells them over the phone. */
@Configuration(proxyBeanMethods = false)
class Access {
    private static final String CASE = "/api/escalation/cases/{caseId}";

    @Bean
    AccessTable accessTable() {
        return AccessTable.of(
                row(GET, "/api/escalation/dead-letters", ADMIN),
                row(POST, "/api/escalation/dead-letters/redrive", ADMIN),
                row(
                        GET,
                        CASE,
                        AGENT,
                        ENGINEER,
                        EXPERT,
                        MANAGER,
                        FOLLOWUP,
                        SUPERVISOR,
                        AUDITOR,
                        ANALYST,
                        INTEGRATOR,
                        ADMIN),
                row(POST, CASE + "/acknowledgement", ENGINEER, EXPERT, MANAGER, INTEGRATOR),
                row(POST, CASE + "/replies", ENGINEER, EXPERT, MANAGER, AGENT, INTEGRATOR),
                row(POST, CASE + "/progress", ENGINEER, EXPERT, MANAGER, AGENT, INTEGRATOR),
                row(POST, CASE + "/escalations", ENGINEER, EXPERT, MANAGER, AGENT, SUPERVISOR, INTEGRATOR),
                row(POST, CASE + "/expert-contact", EXPERT, MANAGER, INTEGRATOR),
                row(POST, CASE + "/plan", ENGINEER, EXPERT, MANAGER, AGENT, INTEGRATOR),
                row(POST, CASE + "/resolution", ENGINEER, EXPERT, MANAGER, AGENT, INTEGRATOR),
                row(POST, CASE + "/suspension", ENGINEER, EXPERT, MANAGER, AGENT, SUPERVISOR, INTEGRATOR),
                row(POST, CASE + "/resumption", ENGINEER, EXPERT, MANAGER, AGENT, SUPERVISOR, INTEGRATOR));
    }
}
