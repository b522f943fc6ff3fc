package io.minutebook.bench.stand;

import io.minutebook.embedded.Durability;
import io.minutebook.embedded.LocalKafka;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The broker as a process of its own. */
final class BrokerServer {
    private BrokerServer() {}

    /** Starts one over the directory. */
    static Sibling start(Path directory) throws Exception {
        Files.createDirectories(directory);
        var said = directory.resolve("address");
        Files.deleteIfExists(said);
        var broker = Sibling.start(
                directory.resolve("broker.log"),
                List.of("-Xmx512m", "-XX:+UseSerialGC"),
                BrokerServer.class.getName(),
                List.of(directory.toString()));
        broker.await(() -> Files.exists(said));
        return broker;
    }

    static String address(Path directory) throws IOException {
        return Files.readString(directory.resolve("address"));
    }

    public static void main(String[] args) throws Exception {
        var directory = Path.of(args[0]);
        var broker = LocalKafka.start(directory.resolve("data"), Durability.FULL);
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
        var half = directory.resolve("address.half");
        Files.writeString(half, broker.bootstrapServers());
        Files.move(half, directory.resolve("address"), StandardCopyOption.ATOMIC_MOVE);
        Thread.currentThread().join();
    }
}
