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

import io.minutebook.contract.CaseStatus;
import io.minutebook.followup.view.ledger.CaseQuery;
import io.minutebook.followup.view.ledger.VisibleCases;
import io.minutebook.platform.input.Text;
import io.minutebook.platform.security.Allow;
import jakarta.validation.Valid;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The list of cases as a page: what is late stands first and says so. An open list asks every few seconds whether there is anything new,
 * says what it shows, and gets 204 while that is still what there is.
 */
@Controller
@Allow({AGENT, FOLLOWUP, SUPERVISOR, AUDITOR, ANALYST, ENGINEER, EXPERT, MANAGER, INTEGRATOR, ADMIN})
class CasesPage {
    private final VisibleCases cases;
    private final MessageSource messages;
    private final InstantSource clock;

    CasesPage(VisibleCases cases, MessageSource messages, InstantSource clock) {
        this.cases = cases;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/followup/cases")
    Object cases(
            @Valid @ModelAttribute("query") CaseQuery asked,
            @RequestParam(defaultValue = "") @Text(max = 40, blank = true) String seen,
            Model model,
            Locale locale) {
        CaseQuery query = asked.order() == null ? asked.urgentFirst() : asked;
        VisibleCases.Page page = cases.list(query);
        VisibleCases.CaseCounts standing = cases.standing(query.site());
        Instant now = clock.instant();
        String shown = fingerprint(page, standing, now);
        if (shown.equals(seen)) {
            return ResponseEntity.noContent().build();
        }
        PageTexts pageTexts = new PageTexts(messages, locale);
        List<CaseLine> lines = page.cases().stream()
                .map(row -> CaseLine.of(row, now, cases.wall(row), pageTexts))
                .toList();
        int pages = (int) Math.max(1, (page.total() + page.size() - 1) / page.size());
        model.addAttribute("asked", query);
        model.addAttribute("lines", lines);
        model.addAttribute("total", page.total());
        model.addAttribute("page", page.page());
        model.addAttribute("pages", pages);
        model.addAttribute("previous", page.page() > 0 ? address(query, page.page() - 1) : null);
        model.addAttribute("next", page.page() + 1 < pages ? address(query, page.page() + 1) : null);
        model.addAttribute("here", address(query, page.page()) + "&seen=" + shown);
        model.addAttribute("standing", standing);
        model.addAttribute("statuses", CaseStatus.values());
        model.addAttribute("words", pageTexts);
        model.addAttribute("now", now.toEpochMilli());
        return "followup/cases/cases";
    }

    /** Changes with whatever the list shows, and with the minute, which it is told in. */
    private static String fingerprint(VisibleCases.Page page, VisibleCases.CaseCounts standing, Instant now) {
        CRC32 sum = new CRC32();
        sum.update(
                (page + " " + standing + " " + now.truncatedTo(ChronoUnit.MINUTES)).getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }

    private static String address(CaseQuery query, int page) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/followup/cases");
        query.parameters().forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        return address.queryParam("page", page)
                .encode()
                .buildAndExpand(query.parameters())
                .toUriString();
    }
}
