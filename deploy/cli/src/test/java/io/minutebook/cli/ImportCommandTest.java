package io.minutebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ImportCommandTest {
    private static final String MAPPING = """
            format: csv
            case: Case
            activity: Step
            time: { column: At, pattern: "yyyy-MM-dd HH:mm", zone: Asia/Shanghai }
            resource: Who
            empty: ["", "?"]
            attributes: "*"
            steps: { Closed: FaultCleared }
            """;
    private static final String LOG = """
            \uFEFFCase,Step,At,Who,Note
            C1,New,2024-01-01 09:00,王,"says ""no power"",
            then 断电"
            C2,New,2024-01-01 09:30,?,
            C1,Closed,2024-01-02 10:00,Li,ok
            C2,New,2024-01-01 09:30,?,
            ,New,2024-01-01 09:30,Li,no case
            C3,New,soon,Li,no time
            C3,New,2024-02-30 09:30,Li,no such day
            C3,New,2024-01-01 09:30
            """;

    @TempDir
    private Path folder;

    private FakeSuite suite;

    ImportCommandTest() throws IOException {
        suite = new FakeSuite();
    }

    @BeforeEach
    void write_the_log() throws IOException {
        write("map.yaml", MAPPING);
        write("log.csv", LOG);
    }

    @AfterEach
    void stop() {
        suite.close();
    }

    @Test
    void every_row_is_sent_or_named() {
        Terminal terminal = importing("log.csv");

        assertThat(terminal.exit()).isZero();
        assertThat(terminal.said())
                .contains("line 7 refused: Case is empty")
                .contains("line 8 refused: At is no time of the given pattern: soon")
                .contains("line 9 refused: At is no time of the given pattern: 2024-02-30 09:30")
                .contains("line 10 refused: it has 3 values, the header 5")
                .contains("8 rows read in 2 cases; 4 are in (4 new, 0 known before); 4 refused.");
        assertThat(suite.rows).hasSize(4);
    }

    @Test
    void one_row_is_told_in_the_singular() throws IOException {
        write("one.csv", LOG.lines().limit(3).collect(Collectors.joining("\n")) + "\n");

        assertThat(importing("one.csv").said()).contains("1 row read in 1 case; 1 is in (1 new");
    }

    @Test
    void a_row_arrives_as_the_mapping_says() {
        importing("log.csv");

        JsonNode row = suite.rows.values().iterator().next();
        assertThat(row).isEqualTo(FakeSuite.JSON.readTree("""
                {"caseKey": "C1", "activity": "New", "time": "2024-01-01T09:00:00+08:00", "rank": 0, "row": 2, "copy": 0,
                 "resource": "王", "attributes": {"Note": "says \\"no power\\",\\nthen 断电"}}
                """));
        assertThat(suite.rows.values())
                .filteredOn(other -> other.path("activity").asString().equals("Closed"))
                .singleElement()
                .satisfies(other -> {
                    assertThat(other.path("step").asString()).isEqualTo("FaultCleared");
                    assertThat(other.path("rank").asInt()).isEqualTo(1);
                });
    }

    @Test
    void equal_rows_are_told_apart_by_their_copy() {
        importing("log.csv");

        assertThat(suite.rows.values())
                .filteredOn(row -> row.path("caseKey").asString().equals("C2"))
                .extracting(row -> row.path("copy").asInt())
                .containsExactly(0, 1);
    }

    @Test
    void a_second_import_changes_nothing_packed_or_not() throws IOException {
        importing("log.csv");
        try (GZIPOutputStream gzip = new GZIPOutputStream(Files.newOutputStream(folder.resolve("log.csv.gz")))) {
            gzip.write(LOG.getBytes(StandardCharsets.UTF_8));
        }
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("log.zip")))) {
            zip.putNextEntry(new ZipEntry("inner/"));
            zip.putNextEntry(new ZipEntry("inner/any.csv"));
            zip.write(LOG.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(importing("log.csv.gz").said()).contains("(0 new, 4 known before)");
        assertThat(importing("log.zip").said()).contains("(0 new, 4 known before)");
        assertThat(suite.rows).hasSize(4);
    }

    @Test
    void a_row_that_intake_refuses_is_named_and_the_others_go_in() {
        suite.refuseActivity = "Closed";

        Terminal terminal = importing("log.csv");

        assertThat(terminal.exit()).isZero();
        assertThat(terminal.said())
                .contains("line 5 refused: activity not liked")
                .contains("3 are in (3 new, 0 known before); 5 refused.");
    }

    @Test
    void refused_rows_are_written_to_the_file_asked_for() throws IOException {
        importing("log.csv", "--rejects", folder.resolve("rejects.csv").toString());

        assertThat(Files.readAllLines(folder.resolve("rejects.csv")))
                .startsWith("line,reason", "7,\"Case is empty\"")
                .hasSize(5);
    }

    @Test
    void a_busy_suite_is_asked_again() {
        suite.busy.set(3);

        assertThat(importing("log.csv").exit()).isZero();
        assertThat(suite.rows).hasSize(4);
    }

    @Test
    void a_token_that_ran_out_is_renewed() throws IOException {
        StringBuilder log = new StringBuilder("Case,Step,At,Who,Note\n");
        for (int i = 0; i < 2500; i++) {
            log.append("C")
                    .append(i % 7)
                    .append(",New,2024-01-01 09:00,x,")
                    .append(i)
                    .append('\n');
        }
        write("long.csv", log.toString());
        suite.mostRows = 600;

        Terminal terminal = importing("long.csv");

        assertThat(terminal.said()).contains("2,500 rows read in 7 cases; 2,500 are in (2,500 new");
        assertThat(suite.requests)
                .hasSize(5)
                .allSatisfy(rows -> assertThat(rows).isLessThanOrEqualTo(600));
        suite.tokens.incrementAndGet();
        assertThat(importing("long.csv").said()).contains("(0 new, 2,500 known before)");
    }

    @Test
    void a_suite_that_does_not_run_is_said_in_one_line() {
        suite.close();

        Terminal terminal = importing("log.csv");

        assertThat(terminal.exit()).isEqualTo(1);
        assertThat(terminal.said().lines().toList().getLast()).contains("is not running at " + suite.url());
    }

    @Test
    void a_wrong_secret_is_said_in_one_line() {
        Terminal terminal = importing("log.csv", "--client", "demo", "--secret", "wrong");

        assertThat(terminal.exit()).isEqualTo(1);
        assertThat(terminal.said()).contains("gives the client demo no token (status 401)");
    }

    @Test
    void the_demo_client_is_for_this_machine_only() {
        Terminal terminal = Terminal.run("import", "x.csv", "--mapping", "m.yaml", "--url", "http://192.0.2.1:8080");

        assertThat(terminal.exit()).isEqualTo(1);
        assertThat(terminal.said()).contains("needs --client and --secret");
    }

    @Test
    void nothing_is_sent_under_a_mapping_that_does_not_fit() throws IOException {
        write("map.yaml", MAPPING.replace("resource: Who", "resource: Whom"));

        Terminal terminal = importing("log.csv");

        assertThat(terminal.exit()).isEqualTo(1);
        assertThat(terminal.said())
                .isEqualTo("minutebook: mapping, key resource: there is no column \"Whom\" in the file. It has: "
                        + "Case, Step, At, Who, Note\n");
        assertThat(suite.tokens).hasValue(0);
    }

    private Terminal importing(String name, String... more) {
        String[] args = {
            "import",
            folder.resolve(name).toString(),
            "--mapping",
            folder.resolve("map.yaml").toString(),
            "--url",
            suite.url()
        };
        return Terminal.run(
                Stream.concat(List.of(args).stream(), List.of(more).stream()).toArray(String[]::new));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
