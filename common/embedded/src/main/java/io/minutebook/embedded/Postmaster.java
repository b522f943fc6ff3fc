package io.minutebook.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** The server process over one data directory: made, started, found again and stopped through its own programs. */
final class Postmaster {
    private static final int PATIENCE_SECONDS = 60;
    private static final Duration LOOK_EVERY = Duration.ofMillis(5);

    private final PostgresBinaries binaries;
    private final Path data;
    private final Path log;

    Postmaster(PostgresBinaries binaries, Path data, Path log) {
        this.binaries = binaries;
        this.data = data;
        this.log = log;
    }

    /** Makes the data directory in one step, so that a kill half-way leaves nothing that looks whole. */
    void initialize(Path passwordFile, Durability durability) throws IOException {
        if (Files.isDirectory(data)) {
            return;
        }
        var half = data.resolveSibling(data.getFileName() + ".half");
        Directories.delete(half);
        var arguments = new ArrayList<>(List.of(
                "--pgdata=" + half,
                "--username=" + LocalPostgres.SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--locale=C",
                "--builtin-locale=C.UTF-8"));
        if (durability == Durability.NONE) {
            arguments.add("--no-sync");
        }
        run("initdb", arguments);
        Files.move(half, data);
    }

    void start(String options) throws IOException {
        run(
                "pg_ctl",
                List.of(
                        "start",
                        "--wait",
                        "--timeout=" + PATIENCE_SECONDS,
                        "--pgdata=" + data,
                        "--log=" + log,
                        "--options=" + options));
    }

    void stop() throws IOException {
        try {
            run(
                    "pg_ctl",
                    List.of("stop", "--wait", "--mode=fast", "--timeout=" + PATIENCE_SECONDS, "--pgdata=" + data));
        } catch (IOException tooSlow) {
            if (alive()) {
                run("pg_ctl", List.of("stop", "--wait", "--mode=immediate", "--pgdata=" + data));
            }
        }
    }

    /**
     * Kills the server. Its children end by themselves when they notice, except one that is busy; a new server does not start over the
     * shared memory of an old one's children, so they go the same way.
     */
    void kill() throws IOException {
        var server = running().orElse(null);
        if (server == null) {
            return;
        }
        var all = Stream.concat(Stream.of(server), server.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        while (all.stream().anyMatch(Postmaster::runs)) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    /** Ends a server whose owner was killed, and forgets a pid that now belongs to somebody else. */
    void stopOrphan() throws IOException {
        if (alive()) {
            stop();
        } else {
            Files.deleteIfExists(pidFile());
        }
    }

    boolean alive() throws IOException {
        return running().isPresent();
    }

    private Optional<ProcessHandle> running() throws IOException {
        if (!Files.exists(pidFile())) {
            return Optional.empty();
        }
        return Files.readAllLines(pidFile()).stream()
                .findFirst()
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())))
                .filter(Postmaster::runs);
    }

    /** A process that ended but whose parent has not noticed has no command any more. */
    private static boolean runs(ProcessHandle process) {
        return process.isAlive()
                && process.info()
                        .command()
                        .filter(command -> command.endsWith("postgres"))
                        .isPresent();
    }

    private Path pidFile() {
        return data.resolve("postmaster.pid");
    }

    private void run(String program, List<String> arguments) throws IOException {
        var command = binaries.runner().command(binaries.program(program), arguments);
        var output = Files.createTempFile("minutebook-" + program, ".txt");
        try {
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .redirectInput(new File("/dev/null"));
            builder.environment().put("LC_ALL", "C");
            builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
            var process = builder.start();
            if (!process.waitFor(2L * PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(program + " did not end within " + 2 * PATIENCE_SECONDS + " s");
            }
            if (process.exitValue() != 0) {
                throw new IOException(program + " failed: " + lastWords(output) + " (see " + log + ")");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(program + " was interrupted", e);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static String lastWords(Path output) throws IOException {
        var lines =
                Files.readAllLines(output).stream().filter(l -> !l.isBlank()).toList();
        return String.join(" | ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
    }
}
