package io.minutebook.projection;

import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;

/** Asks for a view to be built anew from its topics, and reports how far that is. */
public class RebuildRequests {
    /** NONE where the view was never rebuilt. */
    public enum State {
        NONE,
        REQUESTED,
        RUNNING,
        DONE
    }

    /** @param read records read so far, of {@code total} */
    public record Progress(State state, long read, long total) {}

    /** What a running rebuild is at. */
    enum Step {
        LOADING,
        DERIVING,
        CATCHING_UP
    }

    private final JdbcTemplate jdbc;

    public RebuildRequests(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Asks for it; the instance that reads the topics does it. One that is on its way goes on. */
    @Transactional
    public void request(String view) {
        jdbc.update("""
                insert into view_rebuild (view, state) values (?, 'REQUESTED')
                on conflict (view) do update set state = 'REQUESTED', read = 0, total = 0, step = 'LOADING', derived = ''
                where view_rebuild.state in ('NONE', 'DONE')""", view);
    }

    @Transactional(readOnly = true)
    public Progress progress(String view) {
        return find(view).orElse(new Progress(State.NONE, 0, 0));
    }

    Step step(String view) {
        return Step.valueOf(String.valueOf(
                jdbc.queryForObject("select step from view_rebuild where view = ?", String.class, view)));
    }

    /** Within a transaction that writes as part of this step: from here to its end nobody goes on to the next step. */
    void hold(String view, Step step) {
        expect(
                jdbc.queryForList("select 1 from view_rebuild where view = ? and step = ? for share", view, step.name())
                        .size(),
                view);
    }

    void enter(String view, Step before, Step after) {
        expect(
                jdbc.update(
                        "update view_rebuild set step = ? where view = ? and step = ?",
                        after.name(),
                        view,
                        before.name()),
                view);
    }

    /** The last subject of which what follows is written. */
    String derived(String view) {
        return String.valueOf(
                jdbc.queryForObject("select derived from view_rebuild where view = ?", String.class, view));
    }

    /** Within the transaction that writes what follows for the subjects between the two. */
    void derived(String view, String before, String last) {
        expect(
                jdbc.update(
                        "update view_rebuild set derived = ? where view = ? and derived = ? and step = 'DERIVING'",
                        last,
                        view,
                        before),
                view);
    }

    /** This transaction's commit does not wait for the disk. */
    void withoutWaiting() {
        jdbc.execute("set local synchronous_commit = off");
    }

    private static void expect(int rows, String view) {
        if (rows != 1) {
            throw new ProjectionInterrupted(
                    "the rebuild of " + view + " was taken over", new IllegalStateException("no such step any more"));
        }
    }

    void save(String view, Progress progress) {
        jdbc.update(
                "update view_rebuild set state = ?, read = ?, total = ? where view = ?",
                progress.state().name(),
                progress.read(),
                progress.total(),
                view);
    }

    private Optional<Progress> find(String view) {
        return jdbc
                .query(
                        "select state, read, total from view_rebuild where view = ?",
                        (row, n) -> new Progress(State.valueOf(row.getString(1)), row.getLong(2), row.getLong(3)),
                        view)
                .stream()
                .findFirst();
    }
}
