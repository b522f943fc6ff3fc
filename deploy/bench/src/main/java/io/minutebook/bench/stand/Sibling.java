package io.minutebook.bench.stand;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** A program of ours in a process of its own; it ends with this one. */
public final class Sibling implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration LONGEST_WORK = Duration.ofMinutes(3);
    private static final double IDLE = 0.15;
    /** What a user adds to the flags of a JVM. */
    private static final String JAVA_OPTIONS = "MINUTEBOOK_JAVA_OPTS";

    private static final Set<Sibling> RUNNING = ConcurrentHashMap.newKeySet();

    private final Process process;
    private final Path log;

    private Sibling(Process process, Path log) {
        this.process = process;
        this.log = log;
        RUNNING.add(this);
    }

    /** Ends all of them at once. */
    static void endAll() {
        RUNNING.forEach(sibling -> sibling.process.destroyForcibly());
        RUNNING.forEach(Sibling::close);
    }

    /** Starts a class of this class path with these flags of the virtual machine. */
    public static Sibling start(Path log, List<String> flags, String program, List<String> args) throws IOException {
        return start(log, flags, program, args, Map.of());
    }

    /** The same, with these variables in its environment. */
    public static Sibling start(
            Path log, List<String> flags, String program, List<String> args, Map<String, String> environment)
            throws IOException {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", classPath()));
        command.addAll(flags);
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(List.of(Child.class.getName(), program));
        command.addAll(args);
        return run(log, command, environment);
    }

    /** Runs any other command; what was added to the flags of this process is not added to its own. */
    static Sibling run(Path log, List<String> command) throws IOException {
        return run(log, command, Map.of(JAVA_OPTIONS, ""));
    }

    private static Sibling run(Path log, List<String> command, Map<String, String> environment) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return new Sibling(builder.start(), log);
    }

    private static String classPath() {
        return String.join(
                File.pathSeparator,
                List.of(System.getProperty("java.class.path").split(File.pathSeparator)).stream()
                        .map(entry -> Path.of(entry).toAbsolutePath().toString())
                        .toList());
    }

    public long pid() {
        return process.pid();
    }

    public boolean alive() {
        return process.isAlive();
    }

    /** SIGKILL: no warning, no clean-up. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Waits until the condition holds; throws with the end of the log when the process ends before or takes too long. */
    public void await(Callable<Boolean> ready) throws Exception {
        await(START, ready);
    }

    /** The same, for what takes longer than a start. */
    public void await(Duration atMost, Callable<Boolean> ready) throws Exception {
        var end = Instant.now().plus(atMost);
        while (!ready.call()) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                var lines = Files.readAllLines(log);
                close();
                throw new IllegalStateException("did not start: "
                        + String.join("\n", lines.subList(Math.max(0, lines.size() - 12), lines.size())));
            }
            process.waitFor(50, TimeUnit.MILLISECONDS);
        }
    }

    /** Waits until it uses hardly any CPU; throws when it is busy for minutes. */
    void awaitIdle() throws InterruptedException {
        var end = Instant.now().plus(LONGEST_WORK);
        var used = cpu();
        do {
            process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            var now = cpu();
            if (now.minus(used).toNanos() < IDLE * LOOK.toNanos()) {
                return;
            }
            used = now;
        } while (Instant.now().isBefore(end));
        throw new IllegalStateException("still at work after " + LONGEST_WORK.toMinutes() + " minutes");
    }

    private Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        RUNNING.remove(this);
        process.destroy();
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
