package io.minutebook.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A real Kafka broker (KRaft, broker and controller in one) in this process, over a directory of its own, on free
 * loopback ports. It goes on where it stopped, also after the process was killed.
 */
public final class LocalKafka implements AutoCloseable {
    private static final int NODE = 1;
    private static final int ATTEMPTS = 3;
    private static final int FREE = 0;

    private final DirectoryLock lock;
    private final KafkaRaftServer server;
    private final int port;

    private LocalKafka(DirectoryLock lock, KafkaRaftServer server, int port) {
        this.lock = lock;
        this.server = server;
        this.port = port;
    }

    /**
     * Starts the broker and returns once it takes work, making its directory at first. Throws
     * {@link DirectoryLock.InUse} when another process holds the directory.
     */
    public static LocalKafka start(Path directory, Durability durability) {
        return start(directory, durability, FREE);
    }

    /** The same on a given port, so that clients find a broker again that was killed. */
    public static LocalKafka start(Path directory, Durability durability, int wanted) {
        var home = directory.toAbsolutePath();
        var lock = DirectoryLock.take(home);
        for (int attempt = 1; ; attempt++) {
            int port = wanted == FREE ? FreePort.find() : wanted;
            try {
                var server = server(home.resolve("log"), port, durability);
                server.startup();
                return new LocalKafka(lock, server, port);
            } catch (IOException | RuntimeException e) {
                if (attempt == ATTEMPTS) {
                    lock.close();
                    throw e instanceof IOException io ? new UncheckedIOException(io) : (RuntimeException) e;
                }
            }
        }
    }

    private static KafkaRaftServer server(Path log, int port, Durability durability) throws IOException {
        var config = new KafkaConfig(settings(log, port, durability), false);
        if (!Files.exists(log.resolve("meta.properties"))) {
            Directories.delete(log);
            format(log);
        }
        return new KafkaRaftServer(config, Time.SYSTEM);
    }

    private static void format(Path log) throws IOException {
        try {
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setNodeId(NODE)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(log.toString())
                    .addDirectory(log.toString())
                    .run();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("the log directory cannot be made: " + e.getMessage(), e);
        }
    }

    private static Properties settings(Path log, int port, Durability durability) {
        int controller = FreePort.find();
        var settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(NODE));
        settings.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controller);
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controller);
        settings.put("log.dirs", log.toString());
        settings.put("auto.create.topics.enable", "false");
        settings.put("log.retention.ms", "-1");
        settings.put("num.partitions", "1");
        for (var inner : new String[] {"offsets.topic", "transaction.state.log", "share.coordinator.state.topic"}) {
            settings.put(inner + ".replication.factor", "1");
            settings.put(inner + ".num.partitions", "1");
        }
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("broker.session.timeout.ms", "3000");
        settings.put("broker.heartbeat.interval.ms", "500");
        settings.put("num.network.threads", "1");
        settings.put("num.io.threads", "2");
        settings.put("background.threads", "2");
        settings.put("num.recovery.threads.per.data.dir", "1");
        settings.put("log.cleaner.dedupe.buffer.size", "4194304");
        settings.put("log.index.size.max.bytes", "1048576");
        settings.put("log.segment.bytes", "134217728");
        settings.put("socket.request.max.bytes", "20971520");
        if (durability == Durability.FULL) {
            settings.put("log.flush.interval.messages", "1");
        }
        return settings;
    }

    /** Where clients connect. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        try {
            server.shutdown();
            server.awaitShutdown();
        } finally {
            lock.close();
        }
    }
}
