package io.minutebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
    @TempDir
    private Path folder;

    @Test
    void an_export_is_written_whole() throws IOException {
        Path out = folder.resolve("out.csv");
        try (FakeSuite suite = new FakeSuite()) {
            Terminal terminal =
                    Terminal.run("export", "--format", "csv", "--out", out.toString(), "--url", suite.url());

            assertThat(terminal.exit()).isZero();
            assertThat(terminal.said()).startsWith("2 rows, 34 bytes written to");
            assertThat(out).hasContent(suite.export);
            assertThat(Files.list(folder)).containsExactly(out);
        }
    }

    @Test
    void a_format_that_is_not_there_yet_is_refused_in_one_line() {
        Terminal terminal = Terminal.run("export", "--format", "xes", "--out", "x");

        assertThat(terminal.exit()).isEqualTo(1);
        assertThat(terminal.said()).isEqualTo("minutebook: XES is not there yet; only csv is.\n");
    }

    @Test
    void a_rebuild_is_waited_for() throws IOException {
        try (FakeSuite suite = new FakeSuite()) {
            Terminal terminal = Terminal.run("rebuild", "--url", suite.url());

            assertThat(terminal.exit()).isZero();
            assertThat(terminal.said()).isEqualTo("The ledger is built anew from 7 events.\n");
        }
    }

    @Test
    void a_wrong_call_is_said_in_one_line() {
        Terminal terminal = Terminal.run("export", "--format", "csv");

        assertThat(terminal.exit()).isEqualTo(2);
        assertThat(terminal.said()).hasLineCount(1).contains("--out=FILE").contains("See minutebook export --help.");
    }

    @Test
    void help_succeeds() {
        assertThat(Terminal.run("import", "--help").exit()).isZero();
        assertThat(Terminal.run("export", "--help").exit()).isZero();
        assertThat(Terminal.run("rebuild", "--help").exit()).isZero();
        assertThat(Terminal.run("--help").exit()).isZero();
    }

    @Test
    void every_sentence_exists_in_both_languages() {
        assertThat(ResourceBundle.getBundle(Texts.BUNDLE, Locale.CHINESE).keySet())
                .isEqualTo(
                        ResourceBundle.getBundle(Texts.BUNDLE, Locale.ENGLISH).keySet());
        ResourceBundle english = ResourceBundle.getBundle(Texts.BUNDLE, Locale.ENGLISH);
        ResourceBundle chinese = ResourceBundle.getBundle(Texts.BUNDLE, Locale.CHINESE);
        assertThat(english.keySet())
                .allSatisfy(key -> assertThat(chinese.getString(key)).as(key).matches("(?s).*[\\u4e00-\\u9fff].*"));
    }
}
