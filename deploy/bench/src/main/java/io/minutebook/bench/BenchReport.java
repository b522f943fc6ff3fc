package io.minutebook.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What was measured, as lines and as {@code bench.json}. */
final class BenchReport {
    private static final int LONGEST_LINE = 300;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final PrintWriter out;
    private final List<Map<String, Object>> figures = new ArrayList<>();
    private final Map<String, Object> details = new LinkedHashMap<>();
    private final List<Map<String, Object>> proofs = new ArrayList<>();
    private final Map<String, String> failed = new LinkedHashMap<>();

    BenchReport(PrintWriter out) {
        this.out = out;
    }

    void add(Score score) {
        var figure = score.figure();
        out.printf(
                Locale.ROOT,
                "%s %s %s %s %s%n",
                figure.name(),
                number(score.ratio()),
                number(score.ours()),
                number(score.raw()),
                figure.unit());
        out.flush();
        figures.add(ordered(
                "name", figure.name(),
                "ratio", rounded(score.ratio()),
                "worst", rounded(score.worst()),
                "ours", rounded(score.ours()),
                "raw", rounded(score.raw()),
                "unit", figure.unit()));
        var detail = ordered(
                "against", figure.against(),
                "better", figure.better().name().toLowerCase(Locale.ROOT),
                "reach", figure.reach(),
                "reached", score.reached(),
                "aim", figure.aim(),
                "rounds",
                        score.rounds().stream()
                                .map(round -> List.of(rounded(round.ours()), rounded(round.raw())))
                                .toList());
        detail.putAll(score.notes());
        details.put(figure.name(), detail);
    }

    void add(Proof proof, Proof.Verdict verdict) {
        out.printf("%s %s %s%n", proof.name(), verdict.holds() ? "holds" : "BROKEN", verdict.words());
        out.flush();
        proofs.add(ordered(
                "name", proof.name(), "claim", proof.claim(), "holds", verdict.holds(), "words", verdict.words()));
    }

    void failed(String name, Exception failure) {
        failed.put(name, brief(failure));
    }

    /** A failure in one line. */
    static String brief(Exception failure) {
        var line = failure.toString().lines().findFirst().orElse("");
        return line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + " ..." : line;
    }

    /** True when all that was asked for was measured and holds. */
    boolean whole() {
        return failed.isEmpty() && proofs.stream().allMatch(proof -> Boolean.TRUE.equals(proof.get("holds")));
    }

    void write(Path file, Map<String, Object> settings) {
        var all = new LinkedHashMap<>(settings);
        all.put("detail", details);
        if (!failed.isEmpty()) {
            all.put("failed", failed);
        }
        var report = ordered("figures", figures, "settings", all);
        if (!proofs.isEmpty()) {
            report.put("proofs", proofs);
        }
        JSON.writeValue(file, report);
    }

    private static Map<String, Object> ordered(Object... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }

    private static String number(double value) {
        return Math.abs(value) >= 1000
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.3f", value);
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
