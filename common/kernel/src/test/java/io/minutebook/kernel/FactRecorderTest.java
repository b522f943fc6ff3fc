package io.minutebook.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minutebook.kernel.ClockEvent.Because;
import io.minutebook.kernel.Clocks.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FactRecorderTest {
    private static final Instant START = Instant.parse("2026-03-02T02:00:00Z");

    private final DeskEvent.Begun dispatched = new DeskEvent.Begun(START, DeskClock.REPLY);
    private final DeskEvent.Begun planned = new DeskEvent.Begun(START, DeskClock.PLAN);
    private final Desk desk = new Desk();

    @Test
    void a_clock_warns_once_and_not_too_early() {
        desk.enter(dispatched).fire(minute(23), DeskClock.REPLY, 1);
        assertThat(desk.recorded()).hasSize(1);
        desk.fire(minute(24), DeskClock.REPLY, 1).fire(minute(25), DeskClock.REPLY, 1);
        assertThat(desk.recorded()).hasSize(2);
        assertThat(desk.last())
                .isEqualTo(new ClockEvent.ClockWarned(
                        desk.clock(DeskClock.REPLY).clockId(), "reply", 1, minute(24), minute(30)));
    }

    @Test
    void a_limit_that_passes_with_nobody_acting_is_breached_by_nobodys_act() {
        desk.enter(dispatched).fire(minute(45), DeskClock.REPLY, 1).fire(minute(46), DeskClock.REPLY, 1);
        assertThat(desk.recorded()).hasSize(2);
        assertThat(desk.verdict(DeskClock.REPLY))
                .isEqualTo(new ClockEvent.ClockVerdict(
                        Status.BREACHED, minute(30), minute(30), null, null, null, List.of(desk.id(dispatched))));
    }

    /** X1: dispatched 10:00, the timer fires, the reply of 10:21 is entered at 10:42. */
    @Test
    void an_act_in_time_that_is_entered_after_the_breach_takes_it_back_on_evidence() {
        DeskEvent.Done reply = done(DeskClock.REPLY, 21);
        desk.enter(dispatched).fire(minute(31), DeskClock.REPLY, 1);
        ClockEvent.ClockVerdict was = desk.verdict(DeskClock.REPLY);
        assertThatThrownBy(() -> desk.enter(minute(42), reply))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.code()).isEqualTo("evidence-missing"));
        desk.enter(minute(42), reply, "call 17");
        ClockEvent.ClockVerdict now = new ClockEvent.ClockVerdict(
                Status.MET,
                minute(21),
                minute(30),
                desk.id(reply),
                540L,
                null,
                List.of(desk.id(dispatched), desk.id(reply)));
        assertThat(desk.verdict(DeskClock.REPLY)).isEqualTo(now);
        assertThat(desk.last())
                .isEqualTo(new ClockEvent.ClockCorrected(
                        desk.clock(DeskClock.REPLY).clockId(),
                        "reply",
                        1,
                        minute(21),
                        desk.id(dispatched),
                        START,
                        new Limit.Window(null, minute(24), minute(30)),
                        was,
                        now,
                        Because.LATE_ENTRY,
                        List.of("call 17")));
    }

    /** X2: the same, but the reply was given at 10:37. */
    @Test
    void an_act_that_came_too_late_completes_the_breach() {
        desk.enter(dispatched).fire(minute(31), DeskClock.REPLY, 1).enter(minute(42), done(DeskClock.REPLY, 37));
        assertThat(corrected().because()).isEqualTo(Because.COMPLETED);
        assertThat(desk.verdict(DeskClock.REPLY).status()).isEqualTo(Status.BREACHED);
        assertThat(desk.verdict(DeskClock.REPLY).marginSeconds()).isEqualTo(-420);
        desk.enter(done(DeskClock.REPLY, 50));
        assertThat(desk.recorded()).as("a second act changes nothing").hasSize(3);
    }

    @Test
    void a_margin_of_less_than_a_second_over_the_limit_is_negative_too() {
        desk.enter(dispatched).enter(new DeskEvent.Done(minute(30).plusMillis(1), DeskClock.REPLY));
        assertThat(desk.verdict(DeskClock.REPLY).status()).isEqualTo(Status.BREACHED);
        assertThat(desk.verdict(DeskClock.REPLY).marginSeconds()).isEqualTo(-1);
    }

    /** X3: replies at 09:43 and 09:30 meet the limit by 5 or by 18 minutes, whichever is entered first. */
    @Test
    void of_two_acts_the_earlier_counts_whichever_is_entered_first() {
        desk.enter(dispatched).enter(minute(26), done(DeskClock.REPLY, 25));
        assertThat(desk.verdict(DeskClock.REPLY).marginSeconds()).isEqualTo(300);
        desk.enter(minute(27), done(DeskClock.REPLY, 12));
        assertThat(corrected().because()).isEqualTo(Because.LATE_ENTRY);
        assertThat(desk.verdict(DeskClock.REPLY).marginSeconds()).isEqualTo(1_080);

        Desk other = new Desk().enter(dispatched).enter(minute(13), done(DeskClock.REPLY, 12));
        int before = other.recorded().size();
        other.enter(minute(26), done(DeskClock.REPLY, 25));
        assertThat(other.verdict(DeskClock.REPLY).marginSeconds()).isEqualTo(1_080);
        assertThat(other.recorded()).hasSize(before);
    }

    @Test
    void what_ends_a_clock_in_time_withdraws_it_and_a_timer_then_says_nothing() {
        DeskEvent.Ended ended = new DeskEvent.Ended(minute(30), DeskClock.REPLY, "reassigned");
        desk.enter(dispatched).enter(ended).fire(minute(40), DeskClock.REPLY, 1);
        assertThat(desk.last())
                .isEqualTo(new ClockEvent.ClockWithdrawn(
                        desk.clock(DeskClock.REPLY).clockId(),
                        "reply",
                        1,
                        minute(30),
                        "reassigned",
                        desk.id(ended),
                        List.of(desk.id(dispatched), desk.id(ended))));
    }

    @Test
    void what_ends_a_clock_after_its_limit_leaves_the_breach_and_an_act_before_it_wins() {
        desk.enter(dispatched).enter(new DeskEvent.Ended(minute(31), DeskClock.REPLY, "reassigned"));
        assertThat(desk.verdict(DeskClock.REPLY).status()).isEqualTo(Status.BREACHED);

        Desk other = new Desk()
                .enter(dispatched)
                .enter(new DeskEvent.Ended(minute(20), DeskClock.REPLY, "reassigned"))
                .enter(minute(22), done(DeskClock.REPLY, 20));
        assertThat(other.verdict(DeskClock.REPLY).status()).isEqualTo(Status.MET);
    }

    /** X8: two suspensions that overlap move the limit by their union. */
    @Test
    void overlapping_pauses_count_once() {
        desk.enter(planned)
                .enter(new DeskEvent.Stopped(hour(22), 1, null))
                .enter(new DeskEvent.Stopped(hour(23), 2, null))
                .enter(new DeskEvent.WentOn(hour(25), 1))
                .enter(new DeskEvent.WentOn(hour(26), 2));
        assertThat(desk.clock(DeskClock.PLAN).dueAt()).isEqualTo(hour(28));
        assertThat(desk.recorded())
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("ClockStarted", "ClockPaused", "ClockResumed");
        desk.enter(done(DeskClock.PLAN, 28 * 60 + 5));
        assertThat(desk.verdict(DeskClock.PLAN).marginSeconds()).isEqualTo(-300);
    }

    /** X8: the first suspension is entered when the timer has fired. */
    @Test
    void a_pause_that_is_entered_after_the_breach_takes_it_back() {
        desk.enter(planned).fire(hour(24).plusMillis(1), DeskClock.PLAN, 1);
        desk.enter(hour(25), new DeskEvent.Stopped(hour(22), 1, null), "note of the supervisor");
        assertThat(corrected().because()).isEqualTo(Because.LATE_ENTRY);
        assertThat(corrected().now().status()).isEqualTo(Status.PAUSED);
        desk.enter(new DeskEvent.WentOn(hour(25), 1)).enter(done(DeskClock.PLAN, 26 * 60));
        assertThat(desk.verdict(DeskClock.PLAN).status()).isEqualTo(Status.MET);
        assertThat(desk.verdict(DeskClock.PLAN).marginSeconds()).isEqualTo(3_600);
    }

    @Test
    void a_pause_with_an_end_ends_by_itself_when_its_timer_comes() {
        desk.enter(planned).enter(new DeskEvent.Stopped(hour(2), 1, hour(5)));
        assertThat(desk.clock(DeskClock.PLAN).status()).isEqualTo(Status.PAUSED);
        desk.fire(hour(5), DeskClock.PLAN, 1);
        assertThat(desk.last())
                .isEqualTo(new ClockEvent.ClockResumed(
                        desk.clock(DeskClock.PLAN).clockId(),
                        "plan",
                        1,
                        hour(5),
                        START.plus(Duration.ofMinutes(24 * 48)).plus(Duration.ofHours(3)),
                        hour(27)));
    }

    @Test
    void a_pause_after_the_limit_changes_nothing_and_an_act_in_a_pause_keeps_what_was_left() {
        desk.enter(planned).enter(new DeskEvent.Stopped(hour(24).plusSeconds(1), 1, null));
        assertThat(desk.recorded()).hasSize(1);

        Desk other = new Desk()
                .enter(planned)
                .enter(new DeskEvent.Stopped(hour(20), 1, null))
                .enter(done(DeskClock.PLAN, 40 * 60));
        assertThat(other.verdict(DeskClock.PLAN).marginSeconds()).isEqualTo(4 * 3_600);
    }

    @Test
    void an_earlier_start_of_the_same_run_moves_the_limit() {
        DeskEvent.Begun earlier = new DeskEvent.Begun(START.minusSeconds(3_600), DeskClock.PLAN);
        desk.enter(planned).enter(minute(5), earlier);
        assertThat(corrected().because()).isEqualTo(Because.START_MOVED);
        assertThat(desk.clock(DeskClock.PLAN).dueAt()).isEqualTo(hour(23));
        assertThat(desk.clock(DeskClock.PLAN).startedBy()).isEqualTo(desk.id(earlier));
        assertThat(desk.standing().rounds("plan")).isEqualTo(1);
    }

    /** X11: resolved on 30 December, and the next year's holidays are announced the day after. */
    @Test
    void a_limit_that_rests_on_days_not_announced_yet_is_provisional_and_counted_anew_when_they_are() {
        Instant resolved = Instant.parse("2026-12-30T07:00:00Z");
        Desk before = new Desk(days(LocalDate.of(2026, 12, 31))).enter(new DeskEvent.Begun(resolved, DeskClock.SURVEY));
        Clocks.ClockRound survey = before.clock(DeskClock.SURVEY);
        assertThat(survey.window().provisional()).isTrue();
        assertThat(survey.dueAt()).isEqualTo(Instant.parse("2027-01-04T15:59:59Z"));

        Desk after = before.under(days(
                LocalDate.of(2027, 12, 31),
                LocalDate.of(2027, 1, 1),
                LocalDate.of(2027, 1, 2),
                LocalDate.of(2027, 1, 3),
                LocalDate.of(2027, 1, 4)));
        after.fire(Instant.parse("2026-12-31T02:00:00Z"), DeskClock.SURVEY, 1);
        ClockEvent.ClockCorrected corrected = (ClockEvent.ClockCorrected) after.last();
        assertThat(corrected.because()).isEqualTo(Because.CALENDAR_ANNOUNCED);
        assertThat(corrected.now().status()).isEqualTo(Status.RUNNING);
        assertThat(after.clock(DeskClock.SURVEY).dueAt()).isEqualTo(Instant.parse("2027-01-06T15:59:59Z"));
        assertThat(after.clock(DeskClock.SURVEY).window().provisional()).isFalse();
    }

    private static SitePolicies days(LocalDate announcedUntil, LocalDate... off) {
        Site site = new Site(
                "shanghai", ZoneId.of("Asia/Shanghai"), new WorkingCalendar(Set.of(off), Set.of(), announcedUntil));
        return new SitePolicies(List.of(DeskClock.values()), Map.of("shanghai", site), List.of());
    }

    @Test
    void each_start_of_a_clock_without_a_common_run_has_a_run_of_its_own() {
        DeskEvent.Promised first = new DeskEvent.Promised(START, minute(60));
        DeskEvent.Promised second = new DeskEvent.Promised(START, minute(90));
        desk.enter(first).enter(second);
        assertThat(desk.standing().inOrder())
                .extracting(Clocks.ClockRound::dueAt)
                .containsExactlyInAnyOrder(minute(60), minute(90));
        assertThat(desk.clock(DeskClock.PROMISE).warnAt()).isEqualTo(minute(72));
    }

    @Test
    void what_rests_on_nothing_is_refused_and_so_is_what_leaves_a_later_step_without_its_ground() {
        assertThatThrownBy(() -> desk.enter(done(DeskClock.REPLY, 1)))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.code()).isEqualTo("rests-on-missing"));
        desk.enter(dispatched);
        assertThatThrownBy(() -> desk.enter(minute(1), new DeskEvent.Done(START.minusSeconds(1), DeskClock.REPLY)))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.code()).isEqualTo("rests-on-missing"));
    }

    @Test
    void every_clock_event_is_caused_by_what_it_rests_on() {
        DeskEvent.Stopped stopped = new DeskEvent.Stopped(hour(1), 1, null);
        DeskEvent.WentOn wentOn = new DeskEvent.WentOn(hour(2), 1);
        DeskEvent.Done done = done(DeskClock.PLAN, 180);
        desk.enter(planned).enter(stopped).enter(wentOn).enter(done);
        List<UUID> causes = desk.decided().stream()
                .filter(decided -> decided.event() instanceof DeskEvent.OnClock)
                .map(Decision.DecidedEvent::cause)
                .toList();
        assertThat(causes).containsExactly(desk.id(planned), desk.id(stopped), desk.id(wentOn), desk.id(done));
    }

    @Test
    void the_same_start_has_the_same_id_of_its_run_everywhere() {
        UUID id = UUID.fromString("019cb65c-6ba3-7000-894b-a3a3e8298cc2");
        desk.knows(dispatched, id).enter(dispatched);
        UUID run = desk.clock(DeskClock.REPLY).clockId();
        assertThat(run.version()).isEqualTo(5);
        assertThat(run.variant()).isEqualTo(2);
        assertThat(new Desk()
                        .knows(dispatched, id)
                        .enter(minute(500), dispatched)
                        .clock(DeskClock.REPLY)
                        .clockId())
                .isEqualTo(run);
    }

    private ClockEvent.ClockCorrected corrected() {
        return (ClockEvent.ClockCorrected) desk.last();
    }

    private static DeskEvent.Done done(DeskClock clock, int minute) {
        return new DeskEvent.Done(minute(minute), clock);
    }

    private static Instant minute(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }

    private static Instant hour(int hour) {
        return START.plus(Duration.ofHours(hour));
    }
}
