package io.minutebook.followup.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.minutebook.followup.record.ClockEffects;
import io.minutebook.followup.record.RecordEntry;
import io.minutebook.followup.record.SiteTime;
import io.minutebook.followup.record.Timeline;
import io.minutebook.followup.record.Timeline.Line;
import io.minutebook.followup.view.ledger.CaseRow;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that happened in a case and its calls, in order.
 *
 * @param zone the site's, in which minutes are shown
 * @param cycle 1 from registration, one more after each denied restoration
 */
record TimelineResponse(
        String caseId,
        @Nullable String caseNumber,
        @Nullable String site,
        String zone,
        String status,
        int cycle,
        List<Entry> entries,
        List<ClockRunResponse> clocks) {
    /**
     * @param minute when it happened, by the site's wall clock
     * @param occurredAt when it happened, {@code recordedAt} when the system wrote it down
     * @param late written down more than a minute after it happened
     * @param shifted its host's clock was behind: it stands after its cause all the same
     * @param clocks which clocks it started, met and broke
     * @param data the event as it was published
     */
    record Entry(
            String minute,
            String occurredAt,
            String recordedAt,
            String event,
            String service,
            String actor,
            @Nullable String via,
            UUID eventId,
            @Nullable UUID causationId,
            String subject,
            long sequence,
            int cycle,
            boolean late,
            boolean shifted,
            boolean imported,
            ClockEffects clocks,

            @JsonRawValue @Schema(implementation = Object.class)
            String data) {}

    static TimelineResponse of(CaseRow about, Timeline timeline, SiteTime wall) {
        Map<UUID, ClockEffects> clockEffects = ClockEffects.of(timeline);
        return new TimelineResponse(
                about.caseId(),
                about.number(),
                about.site(),
                wall.zone().getId(),
                about.status().name(),
                about.cycle(),
                timeline.lines().stream()
                        .map(line -> entry(line, ClockEffects.on(clockEffects, line), wall))
                        .toList(),
                timeline.clocks().stream()
                        .map(run -> ClockRunResponse.of(run, wall))
                        .toList());
    }

    private static Entry entry(Line line, ClockEffects clockEffects, SiteTime wall) {
        RecordEntry entry = line.entry();
        return new Entry(
                wall.isoMinute(entry.occurredAt()),
                wall.exact(entry.occurredAt()),
                wall.exact(entry.recordedAt()),
                entry.type(),
                entry.service(),
                entry.person(),
                entry.via(),
                entry.eventId(),
                entry.causationId(),
                entry.subject(),
                entry.sequence(),
                line.cycle(),
                entry.late(),
                line.shifted(),
                entry.imported(),
                clockEffects,
                entry.data());
    }
}
