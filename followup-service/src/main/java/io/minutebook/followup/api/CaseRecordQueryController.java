package io.minutebook.followup.api;

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

import io.minutebook.followup.view.ledger.CaseQuery;
import io.minutebook.followup.view.ledger.CaseRow;
import io.minutebook.followup.view.ledger.VisibleCases;
import io.minutebook.platform.security.Allow;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The list of cases, and of one case the timeline and the clearance record. */
@RestController
@RequestMapping("/api/followup/cases")
@Allow({AGENT, FOLLOWUP, SUPERVISOR, AUDITOR, ANALYST, ENGINEER, EXPERT, MANAGER, INTEGRATOR, ADMIN})
class CaseRecordQueryController {
    private final VisibleCases cases;

    CaseRecordQueryController(VisibleCases cases) {
        this.cases = cases;
    }

    @GetMapping
    CaseListResponse cases(@Valid @ModelAttribute CaseQuery query) {
        return CaseListResponse.of(cases.list(query), cases::zone);
    }

    @GetMapping("/{caseId}/timeline")
    TimelineResponse timeline(@PathVariable UUID caseId) {
        CaseRow found = cases.find(caseId);
        return TimelineResponse.of(found, cases.timeline(found), cases.wall(found));
    }

    @GetMapping("/{caseId}/clearance")
    ClearanceResponse clearance(@PathVariable UUID caseId) {
        CaseRow found = cases.find(caseId);
        return ClearanceResponse.of(cases.record(found), cases.wall(found));
    }
}
