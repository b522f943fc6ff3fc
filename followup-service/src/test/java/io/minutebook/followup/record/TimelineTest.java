package io.minutebook.followup.record;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final String NUMBERED = "{\"caseId\":\"%s\",\"caseNumber\":\"SH-1\"}".formatted(Story.CASE);

    @Test
    void an_effect_stays_behind_its_cause_when_its_host_is_five_minutes_slow() {
        Story story = new Story().clockOf("escalation", ofMinutes(-5));
        UUID dispatched = story.on("intake", "FaultDispatched", NUMBERED);
        story.after(ofSeconds(20)).on("escalation", "DispatchAcknowledged", dispatched, NUMBERED);
        story.after(ofSeconds(20)).on("escalation", "EngineerReplied", NUMBERED);

        Timeline timeline = Timeline.of(story.entries().reversed());

        assertThat(types(timeline)).containsExactly("FaultDispatched", "DispatchAcknowledged", "EngineerReplied");
        assertThat(timeline.lines()).extracting(Timeline.Line::shifted).containsExactly(false, true, true);
    }

    @Test
    void the_order_of_arrival_changes_nothing_and_no_effect_precedes_its_cause() {
        Random random = new Random(20260302);
        for (int round = 0; round < 300; round++) {
            List<RecordEntry> entries = randomLog(random);
            Timeline expected = Timeline.of(entries);
            for (int shuffle = 0; shuffle < 5; shuffle++) {
                Collections.shuffle(entries, random);
                assertThat(Timeline.of(entries)).isEqualTo(expected);
            }
            assertCausesFirst(expected);
        }
    }

    @Test
    void an_event_that_arrives_twice_stands_once() {
        Story story = new Story();
        story.on("intake", "CaseRegistered", NUMBERED);
        List<RecordEntry> twice = new ArrayList<>(story.entries());
        twice.addAll(story.entries());

        assertThat(Timeline.of(twice).lines()).hasSize(1);
    }

    @Test
    void imported_rows_stand_by_their_time_and_then_their_rank() {
        List<RecordEntry> rows = new ArrayList<>();
        for (int rank : List.of(3, 1, 0, 2)) {
            rows.add(new RecordEntry(
                    new UUID(7, 100 - rank),
                    "intake",
                    "HistoryImported",
                    Story.CASE,
                    Story.TEN.plus(ofMinutes(rank / 2)),
                    Story.TEN,
                    rows.isEmpty() ? null : rows.getLast().eventId(),
                    rows.size(),
                    "cli",
                    null,
                    rank,
                    "{}"));
        }

        assertThat(Timeline.of(rows).lines())
                .extracting(line -> line.entry().rank())
                .containsExactly(0, 1, 2, 3);
    }

    @Test
    void causes_that_point_at_each_other_are_still_placed() {
        UUID a = new UUID(1, 1);
        UUID b = new UUID(1, 2);
        List<RecordEntry> ring = new ArrayList<>(List.of(entry(a, b, Story.TEN), entry(b, a, Story.TEN)));
        Timeline expected = Timeline.of(ring);
        Collections.reverse(ring);

        assertThat(Timeline.of(ring)).isEqualTo(expected);
        assertThat(expected.lines()).hasSize(2);
    }

    @Test
    void a_clock_that_was_met_says_what_was_left() {
        Story story = new Story();
        UUID dispatched = story.on("intake", "FaultDispatched", NUMBERED);
        story.started("escalation", "reply", dispatched, ofMinutes(30));
        UUID replied = story.after(ofMinutes(18)).on("escalation", "EngineerReplied", dispatched, NUMBERED);
        story.met("escalation", "reply", dispatched, replied);

        ClockRun reply = Timeline.of(story.entries()).clocks().getFirst();

        assertThat(reply.state()).isEqualTo(ClockRun.State.MET);
        assertThat(reply.margin()).isEqualTo(ofMinutes(12));
        assertThat(reply.restsOn()).containsExactly(dispatched, replied);
    }

    @Test
    void a_clock_that_broke_is_overdue_until_its_step_is_taken() {
        Story story = new Story();
        UUID dispatched = story.on("intake", "FaultDispatched", NUMBERED);
        story.started("escalation", "reply", dispatched, ofMinutes(30));
        story.after(ofMinutes(31)).breached("escalation", "reply", dispatched, Story.TEN.plus(ofMinutes(30)));
        assertThat(Timeline.of(story.entries()).clocks().getFirst().overdue()).isTrue();

        UUID planned = story.after(ofMinutes(2)).on("escalation", "SolutionPlanned", dispatched, NUMBERED);
        assertThat(Timeline.of(story.entries()).clocks().getFirst().overdue())
                .as("only the clock's own events say what ended it")
                .isTrue();
        story.corrected("escalation", "reply", "BREACHED", dispatched, planned, Story.TEN.plus(ofMinutes(30)));

        Timeline timeline = Timeline.of(story.entries());
        ClockRun reply = timeline.clocks().getFirst();
        assertThat(reply.overdue()).isFalse();
        assertThat(reply.state()).isEqualTo(ClockRun.State.BREACHED);
        assertThat(reply.earlier())
                .extracting(ClockRun.Correction::was, ClockRun.Correction::because)
                .containsExactly(tuple(ClockRun.State.BREACHED, "COMPLETED"));
        assertThat(reply.takenBy()).isEqualTo(planned);
        assertThat(reply.margin()).isEqualTo(ofMinutes(-3));
        assertThat(reply.verdictAt()).isEqualTo(Story.TEN.plus(ofMinutes(30)));
        assertThat(CaseSummary.of(Story.CASE, timeline).orElseThrow().late()).isEmpty();
        assertThat(ClockEffects.of(timeline).get(planned))
                .as("the limit was broken by nobody's step")
                .isNull();
    }

    @Test
    void a_step_entered_after_the_breach_completes_the_clock_though_it_stands_before_the_breach() {
        Story story = new Story();
        UUID registered = story.on("intake", "CaseRegistered", NUMBERED);
        story.started("intake", "preprocess", registered, ofMinutes(30));
        Instant dueAt = Story.TEN.plus(ofMinutes(30));
        story.after(ofMinutes(31)).breached("intake", "preprocess", registered, dueAt);
        UUID concluded = story.late("intake", "PreprocessingConcluded", registered, ofMinutes(15), NUMBERED);
        story.correctedAgo(ofMinutes(15), "intake", "preprocess", "BREACHED", registered, concluded, dueAt);

        ClockRun preprocess = Timeline.of(story.entries()).clocks().getFirst();
        assertThat(preprocess.overdue()).isFalse();
        assertThat(preprocess.takenBy()).isEqualTo(concluded);
        assertThat(preprocess.margin()).isEqualTo(ofMinutes(14));
    }

    @Test
    void a_correction_may_change_the_verdict() {
        Story story = new Story();
        UUID dispatched = story.on("intake", "FaultDispatched", NUMBERED);
        story.started("escalation", "reply", dispatched, ofMinutes(30));
        story.after(ofMinutes(31)).breached("escalation", "reply", dispatched, Story.TEN.plus(ofMinutes(30)));
        UUID replied = story.on("escalation", "EngineerReplied", dispatched, NUMBERED);
        UUID corrected =
                story.corrected("escalation", "reply", "MET", dispatched, replied, Story.TEN.plus(ofMinutes(30)));

        ClockRun reply = Timeline.of(story.entries()).clocks().getFirst();
        assertThat(reply.state()).isEqualTo(ClockRun.State.MET);
        assertThat(reply.verdictId()).isEqualTo(corrected);
        assertThat(reply.earlier())
                .as("both verdicts stay in the record")
                .extracting(
                        ClockRun.Correction::was,
                        ClockRun.Correction::because,
                        ClockRun.Correction::evidence,
                        ClockRun.Correction::correctedBy)
                .containsExactly(tuple(ClockRun.State.BREACHED, "LATE_ENTRY", List.of("call 17"), corrected));
        assertThat(reply.takenBy()).isEqualTo(replied);
    }

    @Test
    void a_withdrawn_clock_neither_runs_nor_is_late_and_says_why() {
        Story story = new Story();
        UUID registered = story.on("intake", "CaseRegistered", NUMBERED);
        UUID resolved = story.on("escalation", "Resolved", registered, NUMBERED);
        story.started("followup", "clearance", resolved, ofMinutes(20));
        UUID denied = story.after(ofMinutes(10)).on("followup", "RestorationDenied", resolved, NUMBERED);
        story.withdrawn("followup", "clearance", "reopened", resolved, denied);
        story.after(ofMinutes(60)).on("intake", "FaultDispatched", NUMBERED);

        Timeline timeline = Timeline.of(story.entries());
        ClockRun clearance = timeline.clocks().getFirst();

        assertThat(clearance.state()).isEqualTo(ClockRun.State.WITHDRAWN);
        assertThat(clearance.reason()).isEqualTo("reopened");
        assertThat(clearance.verdictAt()).isEqualTo(Story.TEN.plus(ofMinutes(10)));
        assertThat(clearance.takenBy()).isNull();
        assertThat(clearance.margin()).isNull();
        assertThat(clearance.restsOn()).containsExactly(resolved, denied);
        CaseSummary summary = CaseSummary.of(Story.CASE, timeline).orElseThrow();
        assertThat(summary.open()).isEmpty();
        assertThat(summary.late()).isEmpty();
        assertThat(summary.breaches()).isZero();
    }

    @Test
    void a_call_that_ended_says_nothing_of_a_clock_that_no_event_ended() {
        Story story = new Story();
        UUID received = story.call("CallReceived", "{\"callId\":\"%s\"}".formatted(Story.CALL));
        story.started("intake", "answer", received, ofMinutes(1));
        story.call("CallEnded", "{\"callId\":\"%s\"}".formatted(Story.CALL));

        assertThat(Timeline.of(story.entries()).clocks())
                .extracting(ClockRun::state)
                .containsExactly(ClockRun.State.RUNNING);
    }

    @Test
    void a_late_entry_stands_where_it_happened_and_is_marked() {
        Story story = new Story();
        UUID registered = story.on("intake", "CaseRegistered", NUMBERED);
        story.after(ofMinutes(9)).on("intake", "FaultDispatched", NUMBERED);
        story.after(ofMinutes(1)).late("intake", "PreprocessingConcluded", registered, ofMinutes(5), NUMBERED);

        Timeline timeline = Timeline.of(story.entries());

        assertThat(types(timeline)).containsExactly("CaseRegistered", "PreprocessingConcluded", "FaultDispatched");
        assertThat(timeline.lines()).extracting(line -> line.entry().late()).containsExactly(false, true, false);
    }

    private static List<String> types(Timeline timeline) {
        return timeline.lines().stream().map(Timeline.Line::type).toList();
    }

    private static void assertCausesFirst(Timeline timeline) {
        Map<UUID, Integer> positions = new HashMap<>();
        timeline.lines().forEach(line -> positions.put(line.entry().eventId(), positions.size()));
        for (Timeline.Line line : timeline.lines()) {
            UUID cause = line.entry().causationId();
            if (cause != null && positions.containsKey(cause)) {
                assertThat(positions.get(cause))
                        .isLessThan(positions.get(line.entry().eventId()));
            }
        }
    }

    /** A tree of causes over four services whose clocks differ by up to five minutes either way. */
    private static List<RecordEntry> randomLog(Random random) {
        List<String> services = List.of("intake", "escalation", "followup", "knowledge");
        List<Long> skew =
                services.stream().map(service -> random.nextLong(-300, 301)).toList();
        List<RecordEntry> entries = new ArrayList<>();
        Instant now = Story.TEN;
        for (int i = 0; i < 30; i++) {
            now = now.plusMillis(random.nextLong(20_000));
            int service = random.nextInt(services.size());
            UUID cause = entries.isEmpty() || random.nextInt(10) == 0
                    ? null
                    : entries.get(random.nextInt(entries.size())).eventId();
            Duration ago = random.nextInt(8) == 0 ? ofSeconds(random.nextLong(3600)) : Duration.ZERO;
            Instant recordedAt = now.plusSeconds(skew.get(service));
            entries.add(new RecordEntry(
                    new UUID(random.nextLong(), random.nextLong()),
                    services.get(service),
                    "ProgressReported",
                    Story.CASE,
                    recordedAt.minus(ago),
                    recordedAt,
                    cause,
                    i,
                    "anna",
                    null,
                    null,
                    "{}"));
        }
        return entries;
    }

    private static RecordEntry entry(UUID id, UUID cause, Instant at) {
        return new RecordEntry(
                id, "intake", "ProgressReported", Story.CASE, at, at, cause, 0, "anna", null, null, "{}");
    }
}
