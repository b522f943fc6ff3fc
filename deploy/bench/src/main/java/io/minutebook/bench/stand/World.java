package io.minutebook.bench.stand;

import io.minutebook.contract.Topics;
import io.minutebook.embedded.LocalPostgres;
import io.minutebook.testing.TestTokens;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** A broker and services around it that know nothing of what was measured before. */
public class World implements AutoCloseable {
    private static final int PARTITIONS = 6;

    private final Stage stage;
    private final Path home;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final String kafka;

    protected World(Stage stage) throws Exception {
        this.stage = stage;
        this.home = Files.createTempDirectory(stage.home(), "world");
        keep(BrokerServer.start(home.resolve("kafka")));
        this.kafka = BrokerServer.address(home.resolve("kafka"));
        ReadyTopics.make(kafka, PARTITIONS, Topics.all());
    }

    /** What is started in it has a broker of its own. */
    protected World(Stage stage, Path home) {
        this.stage = stage;
        this.home = home;
        this.kafka = "";
    }

    public final Stage stage() {
        return stage;
    }

    protected final Path home() {
        return home;
    }

    public final String kafka() {
        return kafka;
    }

    final Map<String, String> kafkaSettings() throws Exception {
        return kafka.isEmpty() ? Map.of() : ServerSettings.ofBroker(kafka);
    }

    /** The address of a new database, with the role that owns the server. */
    public final String freshDatabase(String name) {
        var database = name + "_" + home.getFileName().toString().substring("world".length());
        stage.postgres().execute("postgres", "create database \"" + database + "\"");
        keep(() -> stage.postgres().execute("postgres", "drop database \"" + database + "\" with (force)"));
        return stage.postgres().url(database, LocalPostgres.SUPERUSER);
    }

    /** What a service is told of its surroundings. */
    public final List<String> settings(String database, int port) {
        return List.of(
                "--MINUTEBOOK_PORT=" + port,
                "--server.address=127.0.0.1",
                "--server.tomcat.max-keep-alive-requests=-1",
                "--spring.datasource.url=" + database,
                "--spring.datasource.username=",
                "--MINUTEBOOK_KAFKA=" + kafka,
                "--MINUTEBOOK_ISSUER=" + TestTokens.issuer(),
                "--spring.lifecycle.timeout-per-shutdown-phase=3s",
                "--logging.level.root=WARN",
                "--MINUTEBOOK_LOG=");
    }

    /** Closes it with the world, the last one first. */
    protected final <T extends AutoCloseable> T keep(T part) {
        parts.push(part);
        return part;
    }

    @Override
    public final void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                System.err.println("not closed cleanly: " + e);
            }
        }
    }
}
