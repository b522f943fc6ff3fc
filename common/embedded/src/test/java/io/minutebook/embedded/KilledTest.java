package io.minutebook.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledTest {
    @Test
    void nothing_acknowledged_is_lost_when_the_process_is_killed(@TempDir Path directory) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Sitter.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var output = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.lines().anyMatch("acknowledged"::equals)).isTrue();
        } finally {
            process.destroyForcibly().waitFor();
        }

        try (var postgres = LocalPostgres.start(directory.resolve("postgres"), Durability.FULL);
                var kafka = LocalKafka.start(directory.resolve("kafka"), Durability.FULL)) {
            assertThat(LocalPostgresTest.ask(
                            postgres.url("postgres", LocalPostgres.SUPERUSER), "select text from note"))
                    .isEqualTo("kept");
            assertThat(Records.all(kafka.bootstrapServers(), "notes", 1)).containsExactly("kept");
        }
    }
}
