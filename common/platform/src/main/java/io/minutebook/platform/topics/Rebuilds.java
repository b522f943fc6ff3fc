package io.minutebook.platform.topics;

import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;

/** Asks for a view to be built anew from its topics, and tells how far that is. */
public class Rebuilds {
    /** NONE where the view was never rebuilt. */
    public enum State {
        NONE,
        REQUESTED,
        RUNNING,
        DONE
    }

    /** @param read records read so far, of {@code total} */
    public record Progress(State state, long read, long total) {}

    private final JdbcTemplate jdbc;

    public Rebuilds(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Asks for it; the instance that reads the topics does it. One that is on its way goes on. */
    @Transactional
    public void request(String view) {
        jdbc.update("""
                insert into view_rebuild (view, state) values (?, 'REQUESTED')
                on conflict (view) do update set state = 'REQUESTED', read = 0, total = 0
                where view_rebuild.state in ('NONE', 'DONE')""", view);
    }

    @Transactional(readOnly = true)
    public Progress progress(String view) {
        return find(view).orElse(new Progress(State.NONE, 0, 0));
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
