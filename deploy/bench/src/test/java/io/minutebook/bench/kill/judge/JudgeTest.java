package io.minutebook.bench.kill.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.bench.kill.judge.Offence.Kind;
import io.minutebook.bench.kill.judge.Sent.Outcome;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class JudgeTest {
    private final CleanRun run = new CleanRun();

    @Test
    void a_clean_run_passes_and_is_counted() {
        var verdict = run.verdict();
        assertThat(verdict.offences()).isEmpty();
        assertThat(verdict.acknowledged()).isEqualTo(10L * CleanRun.CASES);
        assertThat(verdict.answers()).isEqualTo(8L * CleanRun.CASES);
        assertThat(verdict.repeats()).isZero();
        assertThat(String.join("\n", verdict.report()))
                .contains("30 acknowledged")
                .contains("0 lost, 0 doubled");
    }

    @Test
    void what_was_acknowledged_and_never_committed_is_lost() {
        for (var event : List.copyOf(run.log)) {
            var spoilt = new CleanRun();
            spoilt.log.remove(event);
            spoilt.topics.removeIf(topicRecord -> topicRecord.eventId().equals(event.eventId()));
            spoilt.ledger.removeIf(line -> line.eventId().equals(event.eventId()));
            assertThat(spoilt.verdict().clean())
                    .as(event + " is missing everywhere")
                    .isFalse();
        }
    }

    @Test
    void an_acknowledgement_that_nothing_was_recorded_for_is_lost() {
        run.commands.add(new Sent(
                "w0",
                99,
                "escalation",
                CleanRun.id("w0 case").toString(),
                Marks.of("w0.99"),
                List.of("ProgressReported"),
                Outcome.ACKNOWLEDGED,
                "204"));
        assertThat(run.verdict().count(Kind.LOST)).isEqualTo(1);
        assertThat(run.verdict().offences().getFirst().what()).contains("mark:w0.99;");
    }

    @Test
    void every_event_that_a_topic_skips_is_lost() {
        for (var topicRecord : List.copyOf(run.topics)) {
            var spoilt = new CleanRun();
            spoilt.topics.remove(topicRecord);
            assertThat(spoilt.verdict().count(Kind.LOST))
                    .as(topicRecord + " skipped")
                    .isEqualTo(1);
        }
    }

    @Test
    void every_line_that_the_ledger_skips_is_lost_and_every_one_it_doubles_is_doubled() {
        for (var line : List.copyOf(run.ledger)) {
            var skipped = new CleanRun();
            skipped.ledger.remove(line);
            assertThat(skipped.verdict().count(Kind.LOST)).as(line + " skipped").isEqualTo(1);
            var doubled = new CleanRun();
            doubled.ledger.add(new Shown(line.caseId(), 1000, line.service(), line.type(), line.eventId()));
            assertThat(doubled.verdict().count(Kind.DOUBLED))
                    .as(line + " doubled")
                    .isEqualTo(1);
        }
    }

    @Test
    void a_record_told_again_is_a_repeat_but_under_a_new_id_it_is_doubled() {
        for (var topicRecord : List.copyOf(run.topics)) {
            var repeated = new CleanRun();
            repeated.topics.add(again(topicRecord, topicRecord.eventId()));
            assertThat(repeated.verdict().clean()).isTrue();
            assertThat(repeated.verdict().repeats()).isEqualTo(1);
            var doubled = new CleanRun();
            doubled.topics.add(again(topicRecord, CleanRun.id("new")));
            assertThat(doubled.verdict().count(Kind.DOUBLED))
                    .as(topicRecord + " doubled")
                    .isEqualTo(1);
        }
    }

    @Test
    void a_command_carried_out_twice_is_doubled() {
        for (var event : List.copyOf(run.log)) {
            var spoilt = new CleanRun();
            long next = spoilt.log.stream()
                    .filter(other -> other.service().equals(event.service())
                            && other.stream().equals(event.stream()))
                    .count();
            spoilt.log.add(new Logged(
                    event.service(),
                    event.stream(),
                    next,
                    CleanRun.id("twice"),
                    event.type(),
                    event.causationId(),
                    event.recordedAt(),
                    event.payload()));
            assertThat(spoilt.verdict().clean()).as(event + " twice").isFalse();
        }
    }

    @Test
    void two_records_swapped_in_a_topic_are_found() {
        var first = progress(run, topicRecord -> true);
        var second = progress(run, topicRecord -> topicRecord.sequence() > first.sequence());
        run.topics.removeAll(List.of(first, second));
        run.topics.add(at(first, second.offset()));
        run.topics.add(at(second, first.offset()));
        assertThat(run.verdict().count(Kind.REORDERED)).isEqualTo(1);
    }

    @Test
    void two_lines_swapped_in_the_ledger_are_found() {
        for (int place = 0; place < run.ledger.size() - 1; place++) {
            var first = run.ledger.get(place);
            var second = run.ledger.get(place + 1);
            if (ofCommand(first) && ofCommand(second) && first.caseId().equals(second.caseId())) {
                var spoilt = new CleanRun();
                Collections.swap(spoilt.ledger, place, place + 1);
                spoilt.ledger.set(
                        place,
                        new Shown(second.caseId(), first.place(), second.service(), second.type(), second.eventId()));
                spoilt.ledger.set(
                        place + 1,
                        new Shown(first.caseId(), second.place(), first.service(), first.type(), first.eventId()));
                assertThat(spoilt.verdict().count(Kind.REORDERED))
                        .as(first + " and the next swapped")
                        .isPositive();
            }
        }
    }

    @Test
    void two_events_swapped_in_the_log_are_found() {
        var events = run.log.stream()
                .filter(event -> event.type().equals("ProgressReported"))
                .toList();
        var first = events.get(0);
        var second = events.get(1);
        run.log.removeAll(List.of(first, second));
        run.log.add(at(first, second.sequence()));
        run.log.add(at(second, first.sequence()));
        assertThat(run.verdict().count(Kind.REORDERED)).isPositive();
    }

    @Test
    void what_had_no_answer_may_have_happened_once_or_not_at_all() {
        var last = run.commands.getLast();
        run.commands.set(run.commands.size() - 1, last.with(Outcome.UNKNOWN));
        assertThat(run.verdict().clean()).isTrue();
        run.commands.add(
                new Sent("w9", 0, "intake", null, Marks.of("w9.0"), List.of("CallReceived"), Outcome.UNKNOWN, ""));
        assertThat(run.verdict().clean()).isTrue();
        assertThat(run.verdict().unknown()).isEqualTo(2);
    }

    @Test
    void a_refusal_is_named_and_an_event_without_a_command_is_doubled() {
        var last = run.commands.removeLast();
        assertThat(run.verdict().count(Kind.DOUBLED)).isEqualTo(1);
        run.commands.add(last.with(Outcome.REFUSED));
        assertThat(run.verdict().count(Kind.REFUSED)).isEqualTo(1);
        run.commands.removeIf(command ->
                command.effects().contains("ProgressReported") && command.walk().equals("w1"));
        assertThat(run.verdict().count(Kind.DOUBLED)).isEqualTo(2);
    }

    private static boolean ofCommand(Shown line) {
        return !List.of("CallLinked", "ClockStarted").contains(line.type());
    }

    private static TopicRecord progress(CleanRun run, Predicate<TopicRecord> fits) {
        return run.topics.stream()
                .filter(topicRecord -> topicRecord.type().equals("ProgressReported"))
                .filter(fits)
                .findFirst()
                .orElseThrow();
    }

    private static TopicRecord again(TopicRecord topicRecord, UUID id) {
        return new TopicRecord(
                topicRecord.topic(),
                topicRecord.partition(),
                5000,
                id,
                topicRecord.service(),
                topicRecord.type(),
                topicRecord.stream(),
                topicRecord.sequence(),
                topicRecord.sentAt());
    }

    private static TopicRecord at(TopicRecord topicRecord, long offset) {
        return new TopicRecord(
                topicRecord.topic(),
                topicRecord.partition(),
                offset,
                topicRecord.eventId(),
                topicRecord.service(),
                topicRecord.type(),
                topicRecord.stream(),
                topicRecord.sequence(),
                topicRecord.sentAt());
    }

    private static Logged at(Logged event, long sequence) {
        return new Logged(
                event.service(),
                event.stream(),
                sequence,
                event.eventId(),
                event.type(),
                event.causationId(),
                event.recordedAt(),
                event.payload());
    }
}
