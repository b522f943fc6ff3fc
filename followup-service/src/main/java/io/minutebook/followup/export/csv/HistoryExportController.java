package io.minutebook.followup.export.csv;

import static io.minutebook.platform.security.Role.ADMIN;
import static io.minutebook.platform.security.Role.ANALYST;
import static io.minutebook.platform.security.Role.AUDITOR;

import io.minutebook.followup.view.ledger.ImportedRows;
import io.minutebook.platform.security.Allow;
import io.minutebook.platform.security.SiteAccess;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Imported history as CSV, streamed. */
@RestController
class HistoryExportController {
    private final ImportedRows history;
    private final SiteAccess access;

    HistoryExportController(ImportedRows history, SiteAccess access) {
        this.history = history;
        this.access = access;
    }

    /** How many rows of imported history the ledger holds by now: they arrive a little after intake has taken them. */
    record Held(long rows) {}

    @GetMapping("/api/followup/exports/history")
    @Allow({ADMIN, ANALYST, AUDITOR})
    Held held() {
        return new Held(history.count(access.sites()));
    }

    @GetMapping(path = "/api/followup/exports/history.csv", produces = "text/csv")
    @Allow({ANALYST, AUDITOR})
    void history(HttpServletResponse response) throws IOException {
        response.setContentType("text/csv");
        response.setCharacterEncoding("UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"history.csv\"");
        Writer to = response.getWriter();
        history.read(access.sites(), rows -> HistoryWriter.write(to, rows));
    }
}
