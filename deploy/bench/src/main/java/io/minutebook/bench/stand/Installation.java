package io.minutebook.bench.stand;

import io.minutebook.bench.load.CountedPosts;
import io.minutebook.bench.load.HttpConnection;
import io.minutebook.bench.load.HttpPosts;
import io.minutebook.embedded.LocalPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** The whole suite as {@code ./minutebook up} starts it, in a process and a directory of its own. */
public final class Installation implements AutoCloseable {
    /** Names the program that starts it, which knows the JVM's flags. */
    public static final String LAUNCHER = "minutebook.launcher";

    private static final Duration BUILT_AND_STARTED = Duration.ofMinutes(20);
    private static final int CREATED = 201;
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");
    private static final String REPORT = """
            {"channel":"PHONE","site":"shanghai","type":"FAULT","customer":{"name":"Zhao Min","phone":"+86 21 5555 1000"},\
            "product":{"model":"UPS 3000","serialNumber":"SN-1"},"symptom":"no output","actionsTried":["restarted"]}""";

    private final Sibling process;
    private final int port;
    private final Path data;
    private final String token;

    private Installation(Sibling process, int port, Path data, String token) {
        this.process = process;
        this.port = port;
        this.data = data;
        this.token = token;
    }

    /** Returns once it is ready; builds it first where that is needed. */
    public static Installation start(Path data) throws Exception {
        var launcher = System.getProperty(LAUNCHER);
        if (launcher == null) {
            throw new IllegalStateException("nothing says how the suite is started: use ./minutebook bench");
        }
        int port = freePort();
        var process = Sibling.run(
                data.resolveSibling(data.getFileName() + ".log"),
                List.of(launcher, "up", "--port", Integer.toString(port), "--data", data.toString()));
        process.await(BUILT_AND_STARTED, () -> ready(port));
        return new Installation(process, port, data, token(port));
    }

    /** Registrations of cases, counted. */
    public CountedPosts registrations() {
        return new CountedPosts(port, HttpPosts.request("/api/intake/cases", token, REPORT), CREATED);
    }

    /** A service's database, with the role that owns the server. */
    public String database(String service) throws IOException {
        var postgres = data.resolve("postgres");
        var pid = Files.readAllLines(postgres.resolve("data/postmaster.pid"));
        return "jdbc:postgresql://127.0.0.1:" + pid.get(3).trim() + "/" + service + "?user=" + LocalPostgres.SUPERUSER
                + "&password=" + Files.readString(postgres.resolve("secret")).trim();
    }

    /** Waits until it has done all that followed from what was asked. */
    public void settle() throws InterruptedException {
        process.awaitIdle();
    }

    private static boolean ready(int port) {
        try {
            return ask(port, "GET /actuator/health/readiness HTTP/1.1\r\nHost: localhost\r\n\r\n")
                    .startsWith("HTTP/1.1 200");
        } catch (IOException notYet) {
            return false;
        }
    }

    private static String token(int port) throws IOException {
        var basic = Base64.getEncoder().encodeToString("demo:demo".getBytes(StandardCharsets.UTF_8));
        var form = "grant_type=client_credentials";
        var answer = ask(
                port,
                "POST /oauth2/token HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic " + basic
                        + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length()
                        + "\r\n\r\n" + form);
        var found = TOKEN.matcher(answer);
        if (!found.find()) {
            throw new IOException("no token: " + answer);
        }
        return found.group(1);
    }

    private static String ask(int port, String request) throws IOException {
        try (var connection = new HttpConnection(port)) {
            connection.send(request.getBytes(StandardCharsets.US_ASCII));
            return connection.lastAnswer();
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
