package io.minutebook.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFormatTest {
    @Test
    void a_new_directory_is_taken_and_known_again(@TempDir Path data) throws IOException {
        DataFormat.check(data);
        Files.createDirectories(data.resolve("postgres"));
        assertThatCode(() -> DataFormat.check(data)).doesNotThrowAnyException();
        assertThat(data.resolve("format")).hasContent("2");
    }

    @Test
    void a_directory_of_before_is_refused_in_one_line(@TempDir Path data) throws IOException {
        Files.createDirectories(data.resolve("postgres"));
        assertThatThrownBy(() -> DataFormat.check(data))
                .isInstanceOf(Options.Unusable.class)
                .hasMessage("the data in " + data + " is of format 1, this version reads 2; start with another --data");
        Files.writeString(data.resolve("format"), "7");
        assertThatThrownBy(() -> DataFormat.check(data)).isInstanceOf(Options.Unusable.class);
    }
}
