package io.minutebook.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minutebook.projection.Notes.Work;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessResourceFailureException;

/** On a real broker and a real database. */
@Timeout(180)
class RebuildJobTest {
    private static final List<String> SUBJECTS = List.of("a", "b", "c", "d");
    private static final long NOTES = SUBJECTS.size() * 3L;
    private static final Map<Work, String> STEPS =
            Map.of(Work.LOAD, "LOADING", Work.DERIVE, "DERIVING", Work.CATCH_UP, "CATCHING_UP");

    private final TopicsStand stand = new TopicsStand(2);
    private final AtomicBoolean late = new AtomicBoolean();

    @AfterEach
    void close() {
        stand.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"LOAD", "DERIVE", "CATCH_UP"})
    void stopped_in_a_step_it_goes_on_in_another_instance_with_what_is_left(Work step) {
        fill();
        Gate second = new Gate();
        Tally before = new Tally();
        try (Instance instance = new Instance(stand, (work, session) -> {
            putMoreWhileDeriving(work);
            int time = before.count(work);
            if (work == step && time == 2) {
                second.pass();
            } else if (work == step && time > 2) {
                throw new DataAccessResourceFailureException("planted: it is stopped by now");
            }
        })) {
            askFor();
            second.awaitSomebody();
            CompletableFuture<Void> end = CompletableFuture.runAsync(instance::close);
            await().atMost(TopicsStand.PATIENCE).until(() -> !instance.leads());
            second.open();
            end.join();
        }
        assertThat(stand.jdbc.queryForObject("select step from view_rebuild", String.class))
                .isEqualTo(STEPS.get(step));
        assertThat(old()).as("the old table").isEqualTo(NOTES);
        List<Long> loaded = places("_next");
        assertThat(loaded).isNotEmpty();

        Tally after = new Tally();
        try (Instance another = new Instance(stand, (work, session) -> {
            putMoreWhileDeriving(work);
            after.count(work);
        })) {
            awaitRebuilt();
            assertThat(stand.found()).isEqualTo(stand.expected());
            stand.put("b", "last");
            stand.awaitAll();
        }
        assertThat(places("")).as("nothing is loaded once more").containsAll(loaded);
        assertThat(after.of(Work.LOAD) > 0).isEqualTo(step == Work.LOAD);
        assertThat(after.of(Work.DERIVE))
                .isEqualTo(SUBJECTS.size() - (step == Work.LOAD ? 0 : step == Work.DERIVE ? 2 : SUBJECTS.size()));
    }

    @ParameterizedTest
    @EnumSource(names = {"LOAD", "DERIVE", "CATCH_UP"})
    void where_its_session_is_cut_in_a_step_it_goes_on_by_itself(Work step) {
        fill();
        Tally tally = new Tally();
        try (Instance instance = new Instance(stand, (work, session) -> {
            putMoreWhileDeriving(work);
            if (tally.count(work) == 2 && work == step) {
                TopicsStand.cut(session);
            }
        })) {
            askFor();
            awaitRebuilt();
            assertThat(stand.found()).isEqualTo(stand.expected());
            stand.put("b", "last");
            stand.awaitAll();
            assertThat(instance.stuck()).isFalse();
        }
        assertThat(tally.of(step)).isGreaterThan(2);
        assertThat(stand.number("select count(*) from view_dead_record")).isZero();
    }

    @Test
    void until_all_of_the_swap_is_done_readers_see_the_old_table_and_then_the_new_one() {
        fill();
        Gate swapping = new Gate();
        try (Instance instance = new Instance(stand, (work, session) -> {
            if (work == Work.SWAP) {
                swapping.pass();
            }
        })) {
            askFor();
            swapping.awaitSomebody();
            assertThat(stand.found()).hasSize((int) NOTES);
            assertThat(old()).isEqualTo(NOTES);
            assertThat(stand.positions("notes_next")).isEqualTo(NOTES);
            swapping.open();
            awaitRebuilt();

            assertThat(stand.found()).isEqualTo(stand.expected());
            assertThat(stand.positions(Notes.NAME)).isEqualTo(NOTES);
            assertThat(stand.positions("notes_next"))
                    .as("no such reader any more")
                    .isEqualTo(-1);
            stand.put("a", "last");
            stand.put("b", "last");
            stand.awaitAll();
            assertThat(stand.positions(Notes.NAME)).isEqualTo(NOTES + 2);
            assertThat(instance.leads()).isTrue();
        }
    }

    @Test
    void a_swap_that_fails_at_its_end_changes_nothing_and_is_tried_again() {
        fill();
        stand.refuse("view_rebuild", "new.state = 'DONE'");
        Tally tally = new Tally();
        try (Instance instance = new Instance(stand, (work, session) -> tally.count(work))) {
            askFor();
            await().atMost(TopicsStand.PATIENCE).until(() -> tally.of(Work.SWAP) > 1);
            assertThat(old()).isEqualTo(NOTES);
            stand.put("a", "meanwhile");
            await().atMost(TopicsStand.PATIENCE).until(() -> stand.found().contains("a meanwhile of 4"));
            assertThat(old()).as("what answers is still the old table").isEqualTo(NOTES);

            stand.allow("view_rebuild");
            awaitRebuilt();
            assertThat(stand.found()).isEqualTo(stand.expected());
            stand.put("a", "last");
            stand.awaitAll();
            assertThat(instance.leads()).isTrue();
        }
        assertThat(tally.of(Work.DERIVE)).as("once for each").isEqualTo(SUBJECTS.size());
    }

    /** The view has read all; then its notes are made old, so that they differ from what a rebuild makes of the topic. */
    private void fill() {
        for (String text : List.of("1", "2", "3")) {
            SUBJECTS.forEach(subject -> stand.put(subject, text));
        }
        try (Instance instance = new Instance(stand, (work, session) -> {})) {
            stand.awaitAll();
            assertThat(instance.leads()).isTrue();
        }
        stand.jdbc.update("update note set text = 'old ' || text");
    }

    private void putMoreWhileDeriving(Work work) {
        if (work == Work.DERIVE && !late.getAndSet(true)) {
            List.of("4", "5", "6").forEach(text -> stand.put("a", text));
        }
    }

    private void askFor() {
        new RebuildRequests(stand.jdbc).request(Notes.NAME);
    }

    private void awaitRebuilt() {
        await().atMost(TopicsStand.PATIENCE)
                .until(() -> stand.number("select count(*) from view_rebuild where state = 'DONE'") == 1);
    }

    private long old() {
        return stand.found().stream().filter(note -> note.contains(" old ")).count();
    }

    private List<Long> places(String copy) {
        return stand.jdbc.queryForList("select place from note where copy = ?", Long.class, copy);
    }

    /** How often the view was asked for each work. */
    private static final class Tally {
        private final Map<Work, Integer> times = new EnumMap<>(Work.class);

        /** Returns how many times it is now. */
        synchronized int count(Work work) {
            return times.merge(work, 1, Integer::sum);
        }

        synchronized int of(Work work) {
            return times.getOrDefault(work, 0);
        }
    }
}
