package io.minutebook.bench.kill;

import io.minutebook.bench.kill.judge.Sent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What the clients know: every command, written down when it is sent and again when its answer is there; flushed each time. */
final class CommandHistory implements AutoCloseable {
    /** When a command was acknowledged, and how long it took from the first time it was asked for. */
    record Acknowledged(Instant at, long nanos) {
        long millis() {
            return TimeUnit.NANOSECONDS.toMillis(nanos);
        }
    }

    private final Writer file;
    private final Map<String, Sent> commands = new LinkedHashMap<>();
    private final Map<String, Long> askedAt = new LinkedHashMap<>();
    private final List<Acknowledged> acknowledged = new ArrayList<>();
    private final Map<String, Long> unanswered = new LinkedHashMap<>();

    CommandHistory(Path file) {
        try {
            this.file = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void keep(Sent command) {
        String key = command.walk() + "#" + command.order();
        commands.put(key, command);
        long now = System.nanoTime();
        if (command.outcome() == Sent.Outcome.UNKNOWN) {
            askedAt.putIfAbsent(key, now);
        }
        if (command.outcome() == Sent.Outcome.ACKNOWLEDGED) {
            acknowledged.add(new Acknowledged(Instant.now(), now - askedAt.getOrDefault(key, now)));
        }
        write(Instant.now() + "\t" + command.outcome() + "\t" + command + "\t" + command.answer());
    }

    /** Something that happened beside the commands, such as a kill. */
    synchronized void note(String what) {
        write(Instant.now() + "\t" + what);
    }

    /** An attempt that settled nothing, and why. */
    synchronized void attempt(String why) {
        unanswered.merge(why, 1L, Long::sum);
    }

    private void write(String line) {
        try {
            file.write(line.replace('\n', ' '));
            file.write('\n');
            file.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized List<Sent> commands() {
        return List.copyOf(commands.values());
    }

    synchronized Map<String, Long> unanswered() {
        return Map.copyOf(unanswered);
    }

    synchronized List<Acknowledged> acknowledged() {
        return List.copyOf(acknowledged);
    }

    synchronized List<Acknowledged> acknowledged(Instant from, Instant to) {
        return acknowledged.stream()
                .filter(each -> !each.at().isBefore(from) && each.at().isBefore(to))
                .toList();
    }

    @Override
    public synchronized void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
