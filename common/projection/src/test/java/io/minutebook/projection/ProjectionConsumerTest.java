package io.minutebook.projection;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minutebook.projection.Notes.Incident;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** On a real broker and a real database. */
@Timeout(180)
class ProjectionConsumerTest {
    private static final Incident NOTHING = (work, session) -> {};

    private final TopicsStand stand = new TopicsStand(1);

    @AfterEach
    void close() {
        stand.close();
    }

    @Test
    void a_crash_between_the_rows_and_the_position_loses_nothing_and_doubles_nothing() {
        stand.put("a", "1", "2");
        try (ProjectionConsumer projectionConsumer = stand.pass(NOTHING)) {
            readOnce(projectionConsumer);
        }
        stand.put("a", "3", "4");
        try (ProjectionConsumer crashing = stand.pass((work, session) -> TopicsStand.cut(session))) {
            assertCrashes(crashing);
        }
        stand.refuse("view_position", "new.next_offset > old.next_offset");
        try (ProjectionConsumer crashing = stand.pass(NOTHING)) {
            assertCrashes(crashing);
        }
        stand.allow("view_position");
        try (ProjectionConsumer again = stand.pass(NOTHING)) {
            assertThat(readOnce(again)).isEqualTo(2);
        }
        assertThat(stand.found()).isEqualTo(stand.expected());
        assertThat(stand.number("select count(*) from view_dead_record")).isZero();
    }

    @Test
    void what_was_committed_without_an_answer_is_not_applied_again() {
        AtomicBoolean silent = new AtomicBoolean();
        TransactionTemplate unheard = new TransactionTemplate(answering(stand.jdbc, silent));
        try (ProjectionConsumer projectionConsumer =
                stand.pass((work, session) -> silent.set(true), unheard, stand.settings())) {
            stand.put("a", "1", "2");
            assertThatThrownBy(() -> readOnce(projectionConsumer)).isInstanceOf(TransactionSystemException.class);
            stand.put("a", "3");
            assertThatThrownBy(() -> readOnce(projectionConsumer)).isInstanceOf(ProjectionInterrupted.class);
        }
        try (ProjectionConsumer again = stand.pass(NOTHING)) {
            assertThat(readOnce(again)).as("read from the stored position").isEqualTo(1);
        }
        assertThat(stand.found()).isEqualTo(stand.expected());
    }

    @Test
    void of_a_batch_only_the_records_that_the_database_refuses_are_set_aside() {
        stand.put("a", "0");
        stand.put("a", "1", "2", "3", Notes.REFUSED, "5", "6", Notes.REFUSED, "8", "9");
        try (ProjectionConsumer projectionConsumer = stand.pass(NOTHING)) {
            assertThat(readOnce(projectionConsumer)).isEqualTo(1);
            assertThat(readOnce(projectionConsumer)).as("in one batch").isEqualTo(9);
        }
        assertThat(stand.found()).isEqualTo(stand.expected()).hasSize(8);
        assertThat(stand.positions(Notes.NAME)).isEqualTo(10);
        assertThat(stand.jdbc.queryForList("select \"offset\" from view_dead_record order by 1", Long.class))
                .containsExactly(4L, 7L);
        assertThat(stand.jdbc.queryForList("select reason from view_dead_record", String.class))
                .allSatisfy(reason -> assertThat(reason).contains("note_text_check"));
    }

    @Test
    void where_another_instance_moved_the_positions_nothing_is_written_and_it_goes_on_from_there() {
        try (ProjectionConsumer one = stand.pass(NOTHING);
                ProjectionConsumer two = stand.pass(NOTHING)) {
            stand.put("a", "1");
            readOnce(one);
            two.ends();
            stand.put("a", "2", "3");
            readOnce(one);
            assertThat(stand.found()).isEqualTo(stand.expected());

            assertThatThrownBy(() -> readOnce(two)).isInstanceOf(ProjectionInterrupted.class);
            assertThat(stand.found()).isEqualTo(stand.expected());

            two.reset();
            stand.put("a", "4");
            assertThat(readOnce(two)).as("read from the stored position").isEqualTo(1);
            assertThat(stand.found()).isEqualTo(stand.expected());
        }
    }

    private void assertCrashes(ProjectionConsumer crashing) {
        assertThatThrownBy(() -> readOnce(crashing))
                .isInstanceOfAny(DataAccessException.class, TransactionException.class);
        assertThat(stand.found()).containsExactly("a 1 of 2", "a 2 of 2");
        assertThat(stand.positions(Notes.NAME)).isEqualTo(2);
    }

    /** Reads until something comes, and answers how much. */
    private static int readOnce(ProjectionConsumer projectionConsumer) {
        int read = 0;
        while (read == 0) {
            read = projectionConsumer.step(Duration.ofMillis(200));
        }
        return read;
    }

    /** Commits; where it is told to be silent, the answer to the next commit is lost. */
    private static JdbcTransactionManager answering(JdbcTemplate jdbc, AtomicBoolean silent) {
        return new JdbcTransactionManager(requireNonNull(jdbc.getDataSource())) {
            private static final long serialVersionUID = 1;

            @Override
            protected void doCommit(DefaultTransactionStatus status) {
                super.doCommit(status);
                if (silent.getAndSet(false)) {
                    throw new TransactionSystemException("planted: the answer is lost");
                }
            }
        };
    }
}
