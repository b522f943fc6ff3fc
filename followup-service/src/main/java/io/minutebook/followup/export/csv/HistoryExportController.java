package io.minutebook.followup.export.csv;

import static io.minutebook.platform.security.Role.ADMIN;
import static io.minutebook.platform.security.Role.ANALYST;
import static io.minutebook.platform.security.Role.AUDITOR;

import io.minutebook.followup.view.ledger.ImportedRows;
import io.minutebook.platform.problem.Problem;
import io.minutebook.platform.security.Allow;
import io.minutebook.platform.security.SiteAccess;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
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
    void history(HttpServletResponse response) {
        if (!history.read(access.sites(), rows -> HistoryWriter.write(file(response), rows))) {
            throw busy();
        }
    }

    private static Writer file(HttpServletResponse response) {
        response.setContentType("text/csv");
        response.setCharacterEncoding("UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"history.csv\"");
        try {
            return response.getWriter();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static ErrorResponseException busy() {
        ErrorResponseException busy = new ErrorResponseException(
                HttpStatus.SERVICE_UNAVAILABLE,
                Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "exports-under-way",
                        "Not available at the moment",
                        "As many exports are being written as may be. Ask again when one of them has ended."),
                null);
        busy.getHeaders().set(HttpHeaders.RETRY_AFTER, "5");
        return busy;
    }
}
