package io.minutebook.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The standalone in a process of its own, which can be killed. */
record Child(Process process) implements AutoCloseable {
    /** Returns once it says that it is ready. */
    static Child ready(int port, Path data) throws IOException {
        var process = start(
                Objects.requireNonNull(data.toAbsolutePath().getParent()),
                "--port",
                Integer.toString(port),
                "--data",
                data.toString());
        var said = new ArrayList<String>();
        var output = process.inputReader(StandardCharsets.UTF_8);
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            said.add(line);
            if (line.startsWith("Minutebook is ready")) {
                return new Child(process);
            }
        }
        throw new IllegalStateException("the standalone did not start: " + String.join("\n", said));
    }

    /** Starts it in a directory, with these options. */
    static Process start(Path in, String... options) throws IOException {
        var command = new ArrayList<>(List.of(
                java(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dlogback.configurationFile=logback.xml"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Standalone.class.getName()));
        command.addAll(List.of(options));
        return new ProcessBuilder(command)
                .directory(in.toFile())
                .redirectErrorStream(true)
                .start();
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
