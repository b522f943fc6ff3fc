package io.minutebook.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKafkaTest {
    @Test
    void keeps_its_records_over_a_restart(@TempDir Path directory) throws Exception {
        var spaced = directory.resolve("with a space");
        try (var kafka = LocalKafka.start(spaced, Durability.FULL)) {
            Records.topic(kafka.bootstrapServers(), "intake.cases");
            Records.send(kafka.bootstrapServers(), "intake.cases", "one");
        }
        try (var kafka = LocalKafka.start(spaced, Durability.FULL)) {
            Records.send(kafka.bootstrapServers(), "intake.cases", "two");
            assertThat(Records.all(kafka.bootstrapServers(), "intake.cases", 2)).containsExactly("one", "two");
        }
    }

    @Test
    void refuses_a_directory_in_use(@TempDir Path directory) {
        try (var held = DirectoryLock.take(directory)) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() -> LocalKafka.start(directory, Durability.NONE))
                    .isInstanceOf(DirectoryLock.InUse.class);
        }
    }
}
