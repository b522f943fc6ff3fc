package io.minutebook.followup.record;

import io.minutebook.followup.record.Timeline.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The clearance record (销障记录) of a case: each step from call to clearance with its minute, and each limit with its verdict.
 *
 * @param clearedAt null until the customer cleared
 * @param lasted from the first step to the clearance
 */
public record ClearanceRecord(
        CaseSummary about,
        List<Cycle> cycles,
        @Nullable Instant clearedAt,
        @Nullable Duration lasted) {
    /** From registration, or from a denied restoration, to the clearance or the next denial. */
    public record Cycle(int number, List<Taken> steps, List<ClockRun> clocks) {}

    /** A step and the entry that states it. */
    public record Taken(CaseStep step, Line line) {}

    public static Optional<ClearanceRecord> of(String caseId, Timeline timeline) {
        return CaseSummary.of(caseId, timeline).map(about -> {
            List<Cycle> cycles = new ArrayList<>();
            for (int number = 1; number <= timeline.cycle(); number++) {
                cycles.add(cycle(number, timeline));
            }
            Instant first = timeline.lines().getFirst().entry().occurredAt();
            Instant cleared = about.clearedAt();
            return new ClearanceRecord(
                    about, List.copyOf(cycles), cleared, cleared == null ? null : Duration.between(first, cleared));
        });
    }

    private static Cycle cycle(int number, Timeline timeline) {
        List<Taken> steps = timeline.lines().stream()
                .filter(line -> line.cycle() == number)
                .flatMap(line -> CaseStep.of(line.entry()).stream().map(step -> new Taken(step, line)))
                .toList();
        List<ClockRun> clocks = timeline.clocks().stream()
                .filter(clock -> clock.cycle() == number)
                .toList();
        return new Cycle(number, steps, clocks);
    }
}
