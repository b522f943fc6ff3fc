package io.minutebook.intake.api;

import static io.minutebook.platform.security.Role.ADMIN;

import io.minutebook.intake.domain.cases.CaseCommand;
import io.minutebook.intake.domain.cases.HistoryRow;
import io.minutebook.platform.input.FieldFault;
import io.minutebook.platform.input.InvalidRequest;
import io.minutebook.platform.security.Allow;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Brings in what another system recorded. The same rows may come again, and change nothing. */
@RestController
@RequestMapping({"/api/intake/imports", "/intake/imports"})
class HistoryImportCommandController {
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Duration AHEAD = Duration.ofDays(1);

    /** How many rows are new, and how many were in already. */
    record Imported(int imported, int known) {}

    private final HistoryImporter historyImporter;
    private final InstantSource clock;

    HistoryImportCommandController(HistoryImporter historyImporter, InstantSource clock) {
        this.historyImporter = historyImporter;
        this.clock = clock;
    }

    @PostMapping
    @Allow(ADMIN)
    Imported take(@RequestBody HistoryImportRequest request) {
        refuseAbsurdTimes(request.rows());
        Map<String, List<HistoryRow>> byCase = new LinkedHashMap<>();
        request.rows()
                .forEach(row -> byCase.computeIfAbsent(row.caseKey(), key -> new ArrayList<>())
                        .add(row.history()));
        int imported = historyImporter.take(byCase.entrySet().stream()
                .map(rows -> new CaseCommand.ImportHistory(
                        HistoryImporter.caseId(request.source(), rows.getKey()),
                        request.source() + ":" + rows.getKey(),
                        request.source(),
                        rows.getKey(),
                        rows.getValue()))
                .toList());
        return new Imported(imported, request.rows().size() - imported);
    }

    private void refuseAbsurdTimes(List<HistoryImportRequest.Row> rows) {
        Instant latest = clock.instant().plus(AHEAD);
        List<FieldFault> faults = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Instant time = rows.get(i).time();
            if (time.isBefore(EARLIEST) || time.isAfter(latest)) {
                faults.add(new FieldFault("rows[" + i + "].time", "must be since 1900 and not in the future"));
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
    }
}
