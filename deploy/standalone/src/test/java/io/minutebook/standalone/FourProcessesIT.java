package io.minutebook.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minutebook.platform.security.Role;
import io.minutebook.testing.Stand;
import io.minutebook.testing.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FourProcessesIT {
    private static final Path ROOT = Path.of("..", "..");

    @TempDir
    Path logs;

    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void stop() {
        processes.forEach(Process::destroy);
        processes.forEach(process -> process.onExit().join());
    }

    @Test
    void a_case_goes_through_four_services_that_share_nothing_but_the_broker() throws Exception {
        var ports = new TreeMap<String, Integer>();
        for (var service : Hosted.NAMES) {
            ports.put(service, Demo.freePort());
            start(service, ports.get(service));
        }
        ports.values().forEach(this::awaitReady);
        var everything = Arrays.stream(Role.values()).map(Role::word).toArray(String[]::new);
        var walk = new Walk(
                service -> URI.create("http://127.0.0.1:" + ports.get(service)),
                TestTokens.token("machine", everything));
        assertThat(walk.timelineWith(walk.fromCallToClearance(), "FaultCleared"))
                .containsSubsequence(Walk.LIFE);
    }

    private void start(String service, int port) throws IOException {
        var command =
                List.of(Child.java(), "-Xmx160m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", jar(service));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(logs.resolve(service + ".log").toFile());
        process.environment()
                .putAll(Map.of(
                        "MINUTEBOOK_PORT", Integer.toString(port),
                        "MINUTEBOOK_DATABASE_URL", Stand.postgres().freshDatabase(service),
                        "MINUTEBOOK_KAFKA", Stand.kafka().bootstrapServers(),
                        "MINUTEBOOK_ISSUER", TestTokens.issuer()));
        processes.add(process.start());
    }

    private static String jar(String service) throws IOException {
        var target = ROOT.resolve(service + "-service").resolve("target");
        try (var jars = Files.newDirectoryStream(target, "*-exec.jar")) {
            return jars.iterator().next().toString();
        }
    }

    private void awaitReady(int port) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            await().atMost(Duration.ofMinutes(3))
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .until(() -> client.send(request, BodyHandlers.discarding()).statusCode() == 200);
        }
    }
}
