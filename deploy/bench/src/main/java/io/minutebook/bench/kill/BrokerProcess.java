package io.minutebook.bench.kill;

import io.minutebook.bench.stand.Sibling;
import io.minutebook.embedded.Broker;
import io.minutebook.embedded.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The Kafka broker. */
final class BrokerProcess implements Part {
    private static final List<String> FLAGS = List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final Path home;
    private final int port = FreePort.find();
    private int lives;
    private Sibling process;

    BrokerProcess(Path home) {
        this.home = home;
        process = launched();
    }

    private Sibling launched() {
        lives++;
        try {
            return Sibling.start(
                    output(),
                    FLAGS,
                    Broker.class.getName(),
                    List.of(home.resolve("kafka").toString(), Integer.toString(port)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path output() {
        return home.resolve("broker." + lives + ".log");
    }

    @Override
    public String name() {
        return "broker";
    }

    String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void kill() {
        process.kill();
    }

    @Override
    public void start() {
        process = launched();
    }

    @Override
    public boolean ready() {
        if (!process.alive()) {
            throw new IllegalStateException("the broker does not run, see " + output());
        }
        try {
            return Files.readAllLines(output()).contains("ready");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
