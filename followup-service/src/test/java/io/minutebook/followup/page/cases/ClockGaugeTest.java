package io.minutebook.followup.page.cases;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.followup.record.Story;
import io.minutebook.followup.record.Timeline;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ClockGaugeTest {
    @Test
    void a_withdrawn_clock_is_not_shown_as_late() {
        Story story = new Story();
        UUID resolved = story.on("escalation", "Resolved", "{\"caseId\":\"%s\"}".formatted(Story.CASE));
        story.started("followup", "clearance", resolved, ofMinutes(20));
        story.withdrawn("followup", "clearance", "reopened", resolved, resolved);

        var clearance = Timeline.of(story.entries()).clocks().getFirst();

        assertThat(ClockGauge.tone(clearance, Story.TEN.plus(ofMinutes(90)))).isEqualTo("withdrawn");
    }
}
