package io.minutebook.intake.api;

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

/** Who may do what in intake. */
@Configuration(proxyBeanMethods = false)
class IntakeAccess {
    @Bean
    AccessTable accessTable() {
        String call = "/api/intake/calls/{callId}";
        String aCase = "/api/intake/cases/{caseId}";
        return AccessTable.of(
                row(GET, "/api/intake/dead-letters", ADMIN),
                row(POST, "/api/intake/dead-letters/redrive", ADMIN),
                row(POST, "/api/intake/calls", AGENT, SUPERVISOR, INTEGRATOR),
                row(GET, call, AGENT, SUPERVISOR, FOLLOWUP, AUDITOR, INTEGRATOR),
                row(POST, call + "/answer", AGENT, SUPERVISOR, INTEGRATOR),
                row(POST, call + "/hold", AGENT, SUPERVISOR, INTEGRATOR),
                row(POST, call + "/retrieve", AGENT, SUPERVISOR, INTEGRATOR),
                row(POST, call + "/callback-offer", AGENT, SUPERVISOR, INTEGRATOR),
                row(POST, call + "/transfer", AGENT, SUPERVISOR, INTEGRATOR),
                row(POST, call + "/link", AGENT, SUPERVISOR),
                row(POST, call + "/end", AGENT, SUPERVISOR, INTEGRATOR),
                row(POST, "/api/intake/cases", AGENT, SUPERVISOR, INTEGRATOR),
                row(GET, aCase, AGENT, ENGINEER, EXPERT, MANAGER, FOLLOWUP, SUPERVISOR, AUDITOR, INTEGRATOR),
                row(POST, aCase + "/preprocessing", AGENT, SUPERVISOR),
                row(POST, aCase + "/dispatch", AGENT, SUPERVISOR),
                row(POST, aCase + "/vendor-order", AGENT, SUPERVISOR),
                row(POST, aCase + "/promises", AGENT, EXPERT, MANAGER, FOLLOWUP, SUPERVISOR),
                row(POST, aCase + "/promises/{promiseId}/kept", AGENT, EXPERT, MANAGER, FOLLOWUP, SUPERVISOR),
                row(POST, aCase + "/owner", SUPERVISOR),
                row(POST, "/api/intake/imports", ADMIN));
    }
}
