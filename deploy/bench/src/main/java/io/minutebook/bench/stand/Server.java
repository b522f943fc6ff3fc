package io.minutebook.bench.stand;

import io.minutebook.bench.load.HttpConnection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A service as a server of its own, with a server's heap and compiler. */
public record Server(int port, String database, Sibling process) implements AutoCloseable {
    private static final List<String> FLAGS = List.of("-Xmx1g", "-XX:+UseParallelGC");

    /** Starts the service over a fresh database of its name and answers when it is ready. */
    public static Server start(World world, Class<?> application, String name, Path home) throws Exception {
        int port = freePort();
        var database = world.freshDatabase(name);
        var process = Sibling.start(
                home.resolve(name + ".log"), FLAGS, application.getName(), world.settings(database, port));
        process.await(() -> ready(port));
        return new Server(port, database, process);
    }

    private static boolean ready(int port) {
        try (var connection = new HttpConnection(port)) {
            return connection.send("GET /actuator/health/readiness HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII))
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
