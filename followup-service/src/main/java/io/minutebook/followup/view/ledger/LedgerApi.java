package io.minutebook.followup.view.ledger;

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
class LedgerApi {
    private final CaseDesk desk;

    LedgerApi(CaseDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    CasesAnswer cases(@Valid @ModelAttribute CaseQuery query) {
        return CasesAnswer.of(desk.list(query), desk::zone);
    }

    @GetMapping("/{caseId}/timeline")
    TimelineAnswer timeline(@PathVariable UUID caseId) {
        CaseRow found = desk.find(caseId);
        return TimelineAnswer.of(found, desk.timeline(found), desk.wall(found));
    }

    @GetMapping("/{caseId}/clearance")
    ClearanceAnswer clearance(@PathVariable UUID caseId) {
        CaseRow found = desk.find(caseId);
        return ClearanceAnswer.of(desk.record(found), desk.wall(found));
    }
}
