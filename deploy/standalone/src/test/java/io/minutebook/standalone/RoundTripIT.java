package io.minutebook.standalone;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.minutebook.cli.Main;
import java.io.IOException;
import java.io.Reader;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What goes in by the command line comes out again, every row in its place, through the whole suite. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoundTripIT {
    /** A row as both sides have it. */
    private record Line(String activity, Instant time, String resource, String note) {}

    private static final CSVFormat CSV = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_ALL)
            .get();
    private static final Path EXAMPLES = Path.of("../cli/examples");

    private Path folder = Path.of("");
    private String url = "";
    private @Nullable Suite suite;

    @BeforeAll
    void start(@TempDir Path fresh) throws Exception {
        folder = fresh;
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Options options = Options.of(
                "--port", String.valueOf(port), "--data", folder.resolve("data").toString());
        url = options.origin();
        suite = new Suite(options, null);
        suite.start();
    }

    @AfterAll
    void stop() {
        if (suite != null) {
            suite.close();
        }
    }

    @Test
    void a_generated_log_comes_back_row_by_row_and_a_second_import_changes_nothing() throws IOException {
        StringBuilder log = new StringBuilder("key,what,at,who,note,n\n");
        for (int i = 0; i < 1500; i++) {
            int tie = i % 7;
            log.append("R")
                    .append(i % 97)
                    .append(",\"step, ")
                    .append(i % 5)
                    .append("\",2024-03-%02d 09:0%d,".formatted(1 + i % 28, tie))
                    .append(i % 3 == 0 ? "?" : "值班 " + i % 4)
                    .append(",\"say \"\"")
                    .append(i % 11)
                    .append("\"\"\n断电\",")
                    .append(1000 - i)
                    .append('\n');
        }
        log.append("R1,twice,2024-03-02 10:00,x,same,1\n".repeat(3));
        Path file = Files.writeString(folder.resolve("generated.csv"), log);
        Path map = Files.writeString(folder.resolve("generated.yaml"), """
            format: csv
            case: key
            activity: what
            time: { column: at, pattern: "yyyy-MM-dd HH:mm", zone: Asia/Shanghai }
            order: [n]
            resource: who
            empty: ["", "?"]
            attributes: [note]
            """);

        roundTrip(
                file,
                map,
                1503,
                row -> row.get("key"),
                row -> new Line(
                        row.get("what"),
                        time(row.get("at"), "yyyy-MM-dd HH:mm", "Asia/Shanghai"),
                        row.get("who").equals("?") ? "" : row.get("who"),
                        row.get("note")),
                row -> Integer.parseInt(row.get("n")));
    }

    @Test
    void the_help_desk_log_comes_back_row_by_row() throws IOException {
        Path file = Path.of(System.getProperty("shared.data", ""), "helpdesk-italian", "helpdesk_full.csv");
        assumeTrue(Files.exists(file), file + " is not here; skipped");

        roundTrip(
                file,
                EXAMPLES.resolve("helpdesk.yaml"),
                21_348,
                row -> row.get("Case ID"),
                row -> new Line(
                        row.get("Activity"),
                        time(row.get("Complete Timestamp"), "yyyy/MM/dd HH:mm:ss.SSS", "Europe/Rome"),
                        row.get("Resource"),
                        row.get("customer")),
                row -> 0);
    }

    private void roundTrip(
            Path file,
            Path map,
            int rows,
            Function<CSVRecord, String> key,
            Function<CSVRecord, Line> line,
            Function<CSVRecord, Integer> order)
            throws IOException {
        List<CSVRecord> source = read(file);
        Set<String> keys = source.stream().map(key).collect(toSet());
        assertThat(source).hasSize(rows);

        assertThat(run("import", file.toString(), "--mapping", map.toString())).isZero();
        Path first = folder.resolve("first.csv");
        assertThat(run("export", "--format", "csv", "--out", first.toString())).isZero();
        Map<String, List<Line>> in = source.stream()
                .sorted(Comparator.<CSVRecord, Instant>comparing(
                                row -> line.apply(row).time())
                        .thenComparing(order))
                .collect(groupingBy(key, mapping(line, toList())));
        Map<String, List<Line>> out = read(first).stream()
                .filter(row -> keys.contains(row.get("case")))
                .collect(groupingBy(row -> row.get("case"), mapping(RoundTripIT::exported, toList())));
        assertThat(out).isEqualTo(in);

        assertThat(run("import", file.toString(), "--mapping", map.toString())).isZero();
        Path second = folder.resolve("second.csv");
        assertThat(run("export", "--format", "csv", "--out", second.toString())).isZero();
        assertThat(second).hasSameBinaryContentAs(first);
    }

    private static Line exported(CSVRecord row) {
        String note = row.isMapped("note") && !row.get("note").isEmpty() ? row.get("note") : customer(row);
        return new Line(row.get("activity"), Instant.parse(row.get("time")), row.get("resource"), note);
    }

    private static String customer(CSVRecord row) {
        return row.isMapped("customer") ? row.get("customer") : "";
    }

    private static List<CSVRecord> read(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            return CSV.parse(reader).getRecords();
        }
    }

    private static Instant time(String text, String pattern, String zone) {
        return LocalDateTime.parse(text, DateTimeFormatter.ofPattern(pattern))
                .atZone(ZoneId.of(zone))
                .toInstant();
    }

    private int run(String... args) {
        return Main.run(Stream.concat(Stream.of(args), Stream.of("--url", url)).toArray(String[]::new));
    }
}
