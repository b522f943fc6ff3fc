package io.minutebook.intake.api;

import static io.minutebook.platform.security.Role.AGENT;
import static io.minutebook.platform.security.Role.AUDITOR;
import static io.minutebook.platform.security.Role.ENGINEER;
import static io.minutebook.platform.security.Role.EXPERT;
import static io.minutebook.platform.security.Role.FOLLOWUP;
import static io.minutebook.platform.security.Role.INTEGRATOR;
import static io.minutebook.platform.security.Role.MANAGER;
import static io.minutebook.platform.security.Role.SUPERVISOR;

import io.minutebook.platform.security.Allow;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows a case to those who may see its site. */
@RestController
@RequestMapping("/api/intake/cases")
class CaseQueryController {
    private final CaseLookup caseLookup;

    CaseQueryController(CaseLookup caseLookup) {
        this.caseLookup = caseLookup;
    }

    @GetMapping("/{caseId}")
    @Allow({AGENT, ENGINEER, EXPERT, MANAGER, FOLLOWUP, SUPERVISOR, AUDITOR, INTEGRATOR})
    CaseResponse read(@PathVariable UUID caseId) {
        return CaseResponse.of(caseId.toString(), caseLookup.read(caseId.toString()));
    }
}
