package io.minutebook.followup.record;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.contract.CaseStatus;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CaseSummaryTest {
    private static final String OF_CASE = "{\"caseId\":\"%s\",\"caseNumber\":\"SH-1\"}".formatted(Story.CASE);

    @Test
    void a_running_case_shows_its_nearest_limit_first() {
        CaseSummary summary = summaryOf(dispatched());

        assertThat(summary.number()).isEqualTo("SH-1");
        assertThat(summary.engineer()).isEqualTo("li");
        assertThat(summary.owner()).isEqualTo("anna");
        assertThat(summary.status()).isEqualTo(CaseStatus.DISPATCHED);
        assertThat(summary.open()).extracting(ClockRun::clock).containsExactly("reply", "plan");
        assertThat(summary.breaches()).isZero();
    }

    @Test
    void a_denied_restoration_reopens_the_case_in_a_new_cycle() {
        Story story = dispatched();
        story.on("escalation", "Resolved", OF_CASE);
        story.after(ofMinutes(4)).on("followup", "RestorationDenied", OF_CASE);
        assertThat(summaryOf(story).status()).isEqualTo(CaseStatus.REOPENED);
        assertThat(summaryOf(story).cycle()).isEqualTo(2);

        story.after(ofMinutes(4)).on("escalation", "Resolved", OF_CASE);
        story.after(ofMinutes(4)).on("followup", "RestorationConfirmed", OF_CASE);
        story.after(ofSeconds(4)).on("followup", "FaultCleared", OF_CASE);

        ClearanceRecord record =
                ClearanceRecord.of(Story.CASE, Timeline.of(story.entries())).orElseThrow();
        assertThat(record.about().status()).isEqualTo(CaseStatus.CLEARED);
        assertThat(record.lasted()).isEqualTo(ofMinutes(13).plusSeconds(4));
        assertThat(record.cycles()).hasSize(2);
        assertThat(record.cycles().getFirst().steps())
                .extracting(ClearanceRecord.Taken::step)
                .containsExactly(
                        CaseStep.CALL_RECEIVED,
                        CaseStep.CALL_ANSWERED,
                        CaseStep.REGISTERED,
                        CaseStep.DISPATCHED,
                        CaseStep.RESOLVED,
                        CaseStep.DENIED);
        assertThat(record.cycles().getLast().steps())
                .extracting(ClearanceRecord.Taken::step)
                .containsExactly(CaseStep.RESOLVED, CaseStep.RESTORED, CaseStep.CLEARED);
    }

    @Test
    void a_resumed_case_stands_where_it_stood() {
        Story story = dispatched();
        story.on("escalation", "CaseSuspended", OF_CASE);
        assertThat(summaryOf(story).status()).isEqualTo(CaseStatus.SUSPENDED);
        story.after(ofHours(1)).on("escalation", "CaseResumed", OF_CASE);
        assertThat(summaryOf(story).status()).isEqualTo(CaseStatus.DISPATCHED);
    }

    private static CaseSummary summaryOf(Story story) {
        return CaseSummary.of(Story.CASE, Timeline.of(story.entries())).orElseThrow();
    }

    private static Story dispatched() {
        Story story = new Story();
        story.call("CallReceived", "{}");
        story.after(ofSeconds(10)).call("CallAnswered", "{}");
        story.after(ofSeconds(50))
                .on(
                        "intake",
                        "CaseRegistered",
                        "{\"caseNumber\":\"SH-1\",\"site\":\"sh-01\",\"type\":\"FAULT\",\"owner\":\"anna\",\"symptom\":\"no tone\"}");
        UUID dispatched = story.on("intake", "FaultDispatched", "{\"caseNumber\":\"SH-1\",\"engineer\":\"li\"}");
        story.started("escalation", "plan", dispatched, ofHours(24));
        story.started("escalation", "reply", dispatched, ofMinutes(30));
        return story;
    }
}
