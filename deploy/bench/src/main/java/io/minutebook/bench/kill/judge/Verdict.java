package io.minutebook.bench.kill.judge;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the judge found.
 *
 * @param repeats records that a topic has more than once under one id, which the contract allows
 */
public record Verdict(
        long acknowledged,
        long unknown,
        long refused,
        long events,
        long records,
        long repeats,
        long answers,
        long lines,
        List<Offence> offences) {
    private static final int NAMED = 10;

    public Verdict {
        offences = List.copyOf(offences);
    }

    public boolean clean() {
        return offences.isEmpty();
    }

    public long count(Offence.Kind kind) {
        return offences.stream().filter(offence -> offence.kind() == kind).count();
    }

    /** Counts, and the first offenders by name. */
    public List<String> report() {
        List<String> lines = new ArrayList<>();
        lines.add("commands: %d acknowledged, %d without an answer, %d refused"
                .formatted(acknowledged, unknown, refused));
        lines.add(
                "read: %d events in the logs, %d records in the topics (%d of them repeats), %d lines in the ledger, %d answers"
                        .formatted(events, records, repeats, this.lines, answers));
        Map<Offence.Kind, Long> counts = new EnumMap<>(Offence.Kind.class);
        for (Offence.Kind kind : Offence.Kind.values()) {
            counts.put(kind, count(kind));
        }
        lines.add("verdict: "
                + counts.entrySet().stream()
                        .map(e -> e.getValue() + " " + e.getKey().name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ")));
        offences.stream().limit(NAMED).forEach(offence -> lines.add("  " + offence));
        if (offences.size() > NAMED) {
            lines.add("  and " + (offences.size() - NAMED) + " more");
        }
        return lines;
    }
}
