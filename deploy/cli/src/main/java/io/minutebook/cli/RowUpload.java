package io.minutebook.cli;

import static io.minutebook.cli.Texts.text;

import io.minutebook.cli.history.ImportedRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Rows on their way to intake, a request at a time. A row that intake refuses is named; the others go all the same. */
final class RowUpload {
    private static final String PATH = "/api/intake/imports";
    private static final int ROWS_PER_REQUEST = 1000;
    private static final Pattern ROW = Pattern.compile("rows\\[(\\d+)]\\.?(.*)");

    private final SuiteClient suiteClient;
    private final String source;
    private final RejectedRows rejectedRows;
    private final Progress progress;
    private final List<ImportedRow> waiting = new ArrayList<>(ROWS_PER_REQUEST);
    private int taken;
    private int done;
    private int imported;
    private int known;

    RowUpload(SuiteClient suiteClient, String source, RejectedRows rejectedRows, Progress progress) {
        this.suiteClient = suiteClient;
        this.source = source;
        this.rejectedRows = rejectedRows;
        this.progress = progress;
    }

    void add(ImportedRow row) {
        waiting.add(row);
        if (waiting.size() == ROWS_PER_REQUEST) {
            end();
        }
    }

    void end() {
        if (!waiting.isEmpty()) {
            send(List.copyOf(waiting));
            waiting.clear();
        }
    }

    /** Rows that intake has now, new or known. */
    int taken() {
        return taken;
    }

    int imported() {
        return imported;
    }

    int known() {
        return known;
    }

    private void send(List<ImportedRow> rows) {
        SuiteClient.Answer answer = suiteClient.post(PATH, Map.of("source", source, "rows", rows));
        SuiteClient.Refusal refusal = answer.refusal();
        if (refusal == null) {
            taken += rows.size();
            imported += answer.body().path("imported").asInt(0);
            known += answer.body().path("known").asInt(0);
            progress.at(done += rows.size());
            return;
        }
        Map<Integer, String> bad = badRows(refusal.problem(), rows.size());
        if (refusal.status() == 400 && !bad.isEmpty()) {
            sendWithout(bad, rows);
        } else if (refusal.status() == 413) {
            sendSmaller(rows);
        } else {
            throw new Failure(text("import-stopped", taken, refusal.sentence()));
        }
    }

    private void sendWithout(Map<Integer, String> bad, List<ImportedRow> rows) {
        List<ImportedRow> good = new ArrayList<>(rows);
        bad.keySet().stream().sorted((left, right) -> right - left).forEach(index -> good.remove(index.intValue()));
        bad.forEach((index, reason) -> refuse(rows.get(index), reason));
        if (!good.isEmpty()) {
            send(good);
        }
    }

    private void sendSmaller(List<ImportedRow> rows) {
        if (rows.size() == 1) {
            refuse(rows.getFirst(), text("row-too-big"));
            return;
        }
        int half = rows.size() / 2;
        send(rows.subList(0, half));
        send(rows.subList(half, rows.size()));
    }

    private void refuse(ImportedRow row, String reason) {
        rejectedRows.add(row.row(), reason, progress);
        progress.at(++done);
    }

    private static Map<Integer, String> badRows(JsonNode problem, int rows) {
        Map<Integer, String> bad = new TreeMap<>();
        for (JsonNode error : problem.path("errors")) {
            Matcher field = ROW.matcher(error.path("field").asString(""));
            if (field.matches() && field.group(1).length() < 6) {
                int index = Integer.parseInt(field.group(1));
                if (index < rows) {
                    String said = (field.group(2) + " " + error.path("message").asString("")).strip();
                    bad.merge(index, said, (first, second) -> first + "; " + second);
                }
            }
        }
        return bad;
    }
}
