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

import io.minutebook.followup.record.SiteTime;
import io.minutebook.followup.record.Timeline;
import io.minutebook.followup.view.ledger.CaseRow;
import io.minutebook.followup.view.ledger.VisibleCases;
import io.minutebook.platform.security.Allow;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One case as a page: its timeline with the clocks drawn on it, and its clearance record to print. */
@Controller
@Allow({AGENT, FOLLOWUP, SUPERVISOR, AUDITOR, ANALYST, ENGINEER, EXPERT, MANAGER, INTEGRATOR, ADMIN})
class CasePage {
    private final VisibleCases cases;
    private final MessageSource messages;
    private final InstantSource clock;

    CasePage(VisibleCases cases, MessageSource messages, InstantSource clock) {
        this.cases = cases;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/followup/cases/{caseId}")
    String timeline(@PathVariable UUID caseId, Model model, Locale locale) {
        CaseRow found = cases.find(caseId);
        Timeline timeline = cases.timeline(found);
        PageTexts pageTexts = head(found, timeline, model, locale);
        model.addAttribute(
                "sheet",
                TimelineLayout.write(timeline, found.status().open(), clock.instant(), cases.wall(found), pageTexts));
        return "followup/cases/case";
    }

    @GetMapping("/followup/cases/{caseId}/record")
    String record(@PathVariable UUID caseId, Model model, Locale locale) {
        CaseRow found = cases.find(caseId);
        head(found, cases.timeline(found), model, locale);
        model.addAttribute("record", cases.record(found));
        return "followup/cases/record";
    }

    private PageTexts head(CaseRow found, Timeline timeline, Model model, Locale locale) {
        PageTexts pageTexts = new PageTexts(messages, locale);
        SiteTime wall = cases.wall(found);
        Instant now = clock.instant();
        Instant first = timeline.isEmpty()
                ? found.openedAt()
                : timeline.lines().getFirst().entry().occurredAt();
        Instant cleared = found.clearedAt();
        model.addAttribute("line", CaseLine.of(found, now, wall, pageTexts));
        model.addAttribute("row", found);
        model.addAttribute("wall", wall);
        model.addAttribute("words", pageTexts);
        model.addAttribute("lasted", cleared == null ? null : pageTexts.span(Duration.between(first, cleared)));
        model.addAttribute("now", now.toEpochMilli());
        return pageTexts;
    }
}
