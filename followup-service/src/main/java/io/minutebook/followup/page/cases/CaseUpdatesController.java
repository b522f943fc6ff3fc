package io.minutebook.followup.page.cases;

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

import io.minutebook.followup.view.ledger.CaseRow;
import io.minutebook.followup.view.ledger.VisibleCases;
import io.minutebook.platform.security.Allow;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** A stream of server-sent events: one named {@code changed} whenever the case has new entries. */
@Controller
@Allow({AGENT, FOLLOWUP, SUPERVISOR, AUDITOR, ANALYST, ENGINEER, EXPERT, MANAGER, INTEGRATOR, ADMIN})
class CaseUpdatesController {
    private final VisibleCases cases;
    private final CaseUpdates live;

    CaseUpdatesController(VisibleCases cases, CaseUpdates live) {
        this.cases = cases;
        this.live = live;
    }

    @GetMapping(path = "/followup/cases/{caseId}/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(@PathVariable UUID caseId, @RequestParam(defaultValue = "-1") int known) {
        CaseRow found = cases.find(caseId);
        return live.watch(found.caseId(), known < 0 ? found.entries() : known);
    }
}
