package io.minutebook.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.embedded.DirectoryLock;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start that is refused says and leaves behind. */
class RefusedStartTest {
    @TempDir
    private Path directory;

    @Test
    void a_taken_port_is_said_in_one_line_and_nothing_is_left_behind() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var said = said("--port", Integer.toString(other.getLocalPort()), "--data", "new");
            assertThat(said)
                    .containsExactly("minutebook: port " + other.getLocalPort()
                            + " is taken by another program; choose one with --port");
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void a_taken_port_of_the_broker_is_said_by_its_own_option() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var taken = Integer.toString(other.getLocalPort());
            assertThat(said("--port", Integer.toString(Demo.freePort()), "--kafka-port", taken, "--data", "new"))
                    .containsExactly(
                            "minutebook: port " + taken + " is taken by another program; choose one with --kafka-port");
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void what_was_not_started_is_not_said_to_stop() throws Exception {
        var data = directory.resolve("data");
        try (var lock = DirectoryLock.take(data)) {
            assertThat(said("--port", Integer.toString(Demo.freePort()), "--data", data.toString()))
                    .noneMatch(line -> line.contains("stops"))
                    .last()
                    .asString()
                    .contains("is in use by another process");
        }
    }

    private List<String> said(String... options) throws Exception {
        var process = Child.start(directory, options);
        var said = process.inputReader(StandardCharsets.UTF_8).lines().toList();
        assertThat(process.waitFor()).isEqualTo(1);
        return said;
    }
}
