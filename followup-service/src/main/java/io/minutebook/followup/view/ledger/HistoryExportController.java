package io.minutebook.followup.view.ledger;

import static io.minutebook.platform.security.Role.ADMIN;
import static io.minutebook.platform.security.Role.ANALYST;
import static io.minutebook.platform.security.Role.AUDITOR;

import io.minutebook.platform.security.Allow;
import io.minutebook.platform.security.SiteAccess;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Imported history as CSV, streamed. */
@RestController
class HistoryExportController {
    private final HistoryExport export;
    private final SiteAccess access;

    HistoryExportController(HistoryExport export, SiteAccess access) {
        this.export = export;
        this.access = access;
    }

    /** How many rows of imported history the ledger holds by now: it hears of them a little after intake has taken them. */
    record Held(long rows) {}

    @GetMapping("/api/followup/exports/history")
    @Allow({ADMIN, ANALYST, AUDITOR})
    Held held() {
        return new Held(export.rows(access.sites()));
    }

    @GetMapping(path = "/api/followup/exports/history.csv", produces = "text/csv")
    @Allow({ANALYST, AUDITOR})
    void history(HttpServletResponse response) throws IOException {
        response.setContentType("text/csv");
        response.setCharacterEncoding("UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"history.csv\"");
        export.write(response.getWriter(), access.sites());
    }
}
