package io.minutebook.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minutebook.embedded.DirectoryLock;
import io.minutebook.standalone.origin.Origin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteIT {
    @TempDir
    static Path directory;

    private static int port;
    private static Suite suite;

    @BeforeAll
    static void start() throws Exception {
        port = Demo.freePort();
        suite = new Suite(options(port, directory.resolve("data here")), null);
        suite.start();
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    @Test
    void a_case_goes_from_call_to_clearance_and_its_timeline_tells_it() throws Exception {
        var walk = Demo.walk(port);
        var caseId = walk.fromCallToClearance();
        assertThat(walk.timelineWith(caseId, "FaultCleared")).containsSubsequence(Walk.LIFE);
        assertThat(walk.get("followup", "cases/" + caseId + "/clearance").toString())
                .contains(caseId);
    }

    @Test
    void every_service_is_ready_and_describes_its_addresses() throws Exception {
        assertThat(status("/actuator/health/readiness")).isEqualTo(200);
        for (var service : Hosted.NAMES) {
            assertThat(status("/api/" + service + "/openapi.json")).as(service).isEqualTo(200);
        }
    }

    @Test
    void a_second_one_says_what_is_in_its_way() throws Exception {
        assertThatThrownBy(() -> new Suite(options(Demo.freePort(), directory.resolve("data here")), null).start())
                .isInstanceOf(DirectoryLock.InUse.class);
        assertThatThrownBy(() -> new Suite(options(port, directory.resolve("elsewhere")), null).start())
                .isInstanceOf(Origin.PortTaken.class);
    }

    private static Options options(int port, Path data) {
        return Options.of("--port", Integer.toString(port), "--data", data.toString());
    }

    private static int status(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
