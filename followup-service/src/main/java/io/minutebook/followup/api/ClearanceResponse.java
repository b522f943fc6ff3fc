package io.minutebook.followup.api;

import io.minutebook.followup.record.CaseSummary;
import io.minutebook.followup.record.ClearanceRecord;
import io.minutebook.followup.record.ClearanceRecord.Cycle;
import io.minutebook.followup.record.ClearanceRecord.Taken;
import io.minutebook.followup.record.ClockRun;
import io.minutebook.followup.record.RecordEntry;
import io.minutebook.followup.record.SiteTime;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The clearance record (销障记录).
 *
 * @param clearedAt absent until the customer cleared
 * @param minutesToClearance whole minutes from the first step to the clearance
 * @param met how many limits were met, {@code broken} how many were not, {@code open} how many still run, {@code withdrawn} how many ended
 *     without a verdict
 */
record ClearanceResponse(
        String caseId,
        @Nullable String caseNumber,
        @Nullable String site,
        String zone,
        @Nullable String type,
        @Nullable String priority,
        @Nullable String symptom,
        @Nullable String product,
        @Nullable String owner,
        @Nullable String engineer,
        String status,
        @Nullable String clearedAt,
        @Nullable String clearedMinute,
        @Nullable Long minutesToClearance,
        long met,
        long broken,
        long open,
        long withdrawn,
        List<CycleAnswer> cycles) {
    record CycleAnswer(int cycle, List<StepAnswer> steps, List<ClockRunResponse> clocks) {}

    /**
     * @param step what was done, {@code minute} when, by the site's wall clock
     * @param via the machine that acted for the actor; absent where none did
     */
    record StepAnswer(
            String step,
            String minute,
            String occurredAt,
            String recordedAt,
            boolean late,
            String actor,
            @Nullable String via,
            String service,
            String event,
            UUID eventId) {}

    static ClearanceResponse of(ClearanceRecord record, SiteTime wall) {
        CaseSummary about = record.about();
        Duration lasted = record.lasted();
        List<ClockRun> clocks = record.cycles().stream()
                .flatMap(cycle -> cycle.clocks().stream())
                .toList();
        return new ClearanceResponse(
                about.caseId(),
                about.number(),
                about.site(),
                wall.zone().getId(),
                about.type(),
                about.priority(),
                about.symptom(),
                about.product(),
                about.owner(),
                about.engineer(),
                about.status().name(),
                wall.exactOf(record.clearedAt()),
                wall.isoMinuteOf(record.clearedAt()),
                lasted == null ? null : lasted.toMinutes(),
                clocks.stream().filter(run -> run.state() == ClockRun.State.MET).count(),
                clocks.stream().filter(ClockRun::breached).count(),
                clocks.stream().filter(ClockRun::open).count(),
                clocks.stream().filter(ClockRun::withdrawn).count(),
                record.cycles().stream().map(cycle -> cycle(cycle, wall)).toList());
    }

    private static CycleAnswer cycle(Cycle cycle, SiteTime wall) {
        return new CycleAnswer(
                cycle.number(),
                cycle.steps().stream().map(taken -> step(taken, wall)).toList(),
                cycle.clocks().stream()
                        .map(run -> ClockRunResponse.of(run, wall))
                        .toList());
    }

    private static StepAnswer step(Taken taken, SiteTime wall) {
        RecordEntry entry = taken.line().entry();
        return new StepAnswer(
                taken.step().name(),
                wall.isoMinute(entry.occurredAt()),
                wall.exact(entry.occurredAt()),
                wall.exact(entry.recordedAt()),
                entry.late(),
                entry.person(),
                entry.via(),
                entry.service(),
                entry.type(),
                entry.eventId());
    }
}
