package io.minutebook.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresTest {
    @Test
    void keeps_its_data_over_a_restart(@TempDir Path directory) throws SQLException {
        var spaced = directory.resolve("with a space");
        try (var postgres = LocalPostgres.start(spaced, Durability.FULL)) {
            postgres.role("intake");
            postgres.role("intake_owner");
            postgres.database("intake", "intake_owner", "intake");
            run(postgres.url("intake", "intake"), "create table note (text text)");
            run(postgres.url("intake", "intake"), "insert into note values ('客户来电')");
        }
        try (var postgres = LocalPostgres.start(spaced, Durability.FULL)) {
            postgres.role("intake");
            postgres.role("intake_owner");
            postgres.database("intake", "intake_owner", "intake");
            assertThat(ask(postgres.url("intake", "intake"), "select text from note"))
                    .isEqualTo("客户来电");
        }
    }

    @Test
    void comes_back_on_its_port_after_a_kill_while_it_worked(@TempDir Path directory) throws Exception {
        var killed = LocalPostgres.start(directory, Durability.FULL);
        int port = killed.port();
        var url = killed.url("postgres", LocalPostgres.SUPERUSER);
        run(url, "create table note (text text)");
        run(url, "insert into note values ('kept')");
        try (var busy = DriverManager.getConnection(url);
                var statement = busy.createStatement()) {
            var working = CompletableFuture.runAsync(() -> {
                try {
                    statement.execute("select count(*) from generate_series(1, 10000000000)");
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            killed.kill();
            assertThatThrownBy(working::join).hasRootCauseInstanceOf(IOException.class);
        }
        try (var postgres = LocalPostgres.start(directory, Durability.FULL, port)) {
            assertThat(postgres.port()).isEqualTo(port);
            assertThat(ask(url, "select text from note")).isEqualTo("kept");
        }
    }

    @Test
    void is_started_again_when_it_has_ended(@TempDir Path directory) throws Exception {
        var said = new CopyOnWriteArrayList<String>();
        try (var postgres = LocalPostgres.start(directory, Durability.FULL);
                var kept = postgres.keepRunning(said::add)) {
            var url = postgres.url("postgres", LocalPostgres.SUPERUSER);
            run(url, "create table note (text text)");
            run(url, "insert into note values ('kept')");
            var pid =
                    Files.readAllLines(directory.resolve("data/postmaster.pid")).getFirst();
            ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow().destroyForcibly();
            await().atMost(Duration.ofSeconds(60)).until(() -> said.size() >= 2);
            assertThat(said.getFirst()).startsWith("PostgreSQL has ended");
            assertThat(said.getLast()).startsWith("PostgreSQL runs again");
            assertThat(ask(url, "select text from note")).isEqualTo("kept");
            assertThat(kept).isNotNull();
        }
    }

    @Test
    void waits_for_the_disk_unless_asked_otherwise(@TempDir Path directory) throws SQLException {
        try (var postgres = LocalPostgres.start(directory.resolve("full"), Durability.FULL)) {
            var url = postgres.url("postgres", LocalPostgres.SUPERUSER);
            assertThat(ask(url, "show fsync")).isEqualTo("on");
            assertThat(ask(url, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(url, "show full_page_writes")).isEqualTo("on");
            assertThat(ask(url, "show server_version")).startsWith("18.");
        }
        try (var postgres = LocalPostgres.start(directory.resolve("none"), Durability.NONE)) {
            assertThat(ask(postgres.url("postgres", LocalPostgres.SUPERUSER), "show fsync"))
                    .isEqualTo("off");
        }
    }

    @Test
    void refuses_a_directory_in_use_and_a_wrong_password(@TempDir Path directory) {
        try (var postgres = LocalPostgres.start(directory, Durability.NONE)) {
            assertThatThrownBy(() -> LocalPostgres.start(directory, Durability.NONE))
                    .isInstanceOf(DirectoryLock.InUse.class)
                    .hasMessageContaining("in use");
            assertThatThrownBy(() -> ask(postgres.address("postgres") + "?user=postgres&password=guess", "select 1"))
                    .isInstanceOf(SQLException.class);
        }
    }

    static void run(String url, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String ask(String url, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
