package io.minutebook.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.minutebook.embedded.Durability;
import io.minutebook.embedded.LocalPostgres;
import io.minutebook.eventlog.EventLog;
import io.minutebook.eventlog.LogUnavailable;
import io.minutebook.platform.command.Commands;
import io.minutebook.platform.command.Ids;
import io.minutebook.platform.command.Parcel;
import io.minutebook.platform.command.TrialService;
import io.minutebook.platform.security.Callers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** A database that is there and does not answer, and one that is gone. */
class SilentDatabaseTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void nobody_waits_for_a_silent_database_without_end_and_the_service_goes_on_when_it_answers(@TempDir Path directory)
            throws Exception {
        try (LocalPostgres postgres = LocalPostgres.start(directory, Durability.NONE);
                ConfigurableApplicationContext service =
                        TrialService.start(postgres.url("postgres", LocalPostgres.SUPERUSER))) {
            String parcel = service.getBean(Ids.class).next().toString();
            send(service, new Parcel.Command.Open(parcel, "s"));
            assertThat(readiness(service)).isEqualTo(200);
            List<ProcessHandle> server = processes(directory);
            signal("STOP", server);
            try {
                CompletableFuture<Void> counted =
                        CompletableFuture.runAsync(() -> send(service, new Parcel.Command.Count(parcel)));
                await().atMost(SOON).until(() -> readiness(service) == 503);
                assertThatThrownBy(() -> counted.get(60, TimeUnit.SECONDS))
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(LogUnavailable.class);
                DataSource database = service.getBean(DataSource.class);
                assertThatThrownBy(database::getConnection)
                        .isInstanceOf(SQLTransientConnectionException.class)
                        .hasMessage("the database does not answer");
            } finally {
                signal("CONT", server);
            }
            await().atMost(SOON).until(() -> readiness(service) == 200);

            await().atMost(SOON).ignoreException(LogUnavailable.class).until(() -> {
                send(service, new Parcel.Command.Count(parcel));
                return true;
            });
            List<Long> sequences = service.getBean(EventLog.class).stream(UUID.fromString(parcel), 0).stream()
                    .map(row -> row.event().sequence())
                    .toList();
            assertThat(sequences).hasSizeGreaterThan(1).doesNotHaveDuplicates().isSorted();
        }
    }

    @Test
    void a_database_that_is_gone_is_refused_for_at_once_and_found_again(@TempDir Path directory) throws Exception {
        int port;
        String url;
        ConfigurableApplicationContext running;
        try (LocalPostgres postgres = LocalPostgres.start(directory, Durability.FULL)) {
            port = postgres.port();
            url = postgres.url("postgres", LocalPostgres.SUPERUSER);
            running = TrialService.start(url);
            postgres.kill();
        }
        try (ConfigurableApplicationContext service = running) {
            await().atMost(SOON).until(() -> readiness(service) == 503);
            assertThatThrownBy(() -> service.getBean(DataSource.class).getConnection())
                    .hasMessage("the database does not answer");
            try (LocalPostgres again = LocalPostgres.start(directory, Durability.FULL, port)) {
                await().atMost(SOON).until(() -> readiness(service) == 200);
                String parcel = service.getBean(Ids.class).next().toString();
                await().atMost(SOON).ignoreException(LogUnavailable.class).until(() -> {
                    send(service, new Parcel.Command.Open(parcel, "s"));
                    return true;
                });
                assertThat(again.port()).isEqualTo(port);
                service.close();
            }
        }
    }

    private static void send(ConfigurableApplicationContext service, Parcel.Command command) {
        Callers.asAgent(() -> service.getBean(Commands.class).send(command));
    }

    private int readiness(ConfigurableApplicationContext service) throws IOException, InterruptedException {
        String port = service.getEnvironment().getRequiredProperty("local.server.port");
        URI address = URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness");
        return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                .statusCode();
    }

    private static List<ProcessHandle> processes(Path directory) throws IOException {
        long pid = Long.parseLong(Files.readAllLines(directory.resolve("data/postmaster.pid"))
                .getFirst()
                .strip());
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        return Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
    }

    private static void signal(String name, List<ProcessHandle> processes) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", "-" + name));
        processes.forEach(process -> command.add(Long.toString(process.pid())));
        assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
    }
}
