package io.minutebook.cli.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minutebook.cli.Failure;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportedHistoryTest {
    private static final String MAPPING = """
            format: csv
            case: c
            activity: a
            time: { column: t, pattern: "yyyy-MM-dd HH:mm", zone: Europe/Rome }
            attributes: "*"
            """;

    @TempDir
    private Path folder;

    private final List<String> refused = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    @BeforeEach
    void speak_english() {
        Locale.setDefault(Locale.ENGLISH);
    }

    @Test
    void rows_of_a_case_need_not_stand_together_and_are_ordered_by_time_then_number_then_file() throws IOException {
        List<ImportedRow> rows = rows(MAPPING + "order: [n]", """
                c,a,t,n
                1,third,2024-01-01 09:00,10
                2,only,2024-01-01 08:00,1
                1,second,2024-01-01 09:00,9
                1,first,2024-01-01 08:59,99
                1,fifth,2024-01-01 09:00,x
                1,fourth,2024-01-01 09:00,10.0
                """);

        assertThat(rows.stream()
                        .filter(row -> row.caseKey().equals("1"))
                        .sorted(Comparator.comparingInt(ImportedRow::rank))
                        .map(ImportedRow::activity))
                .containsExactly("first", "second", "third", "fourth", "fifth");
    }

    @Test
    void a_column_name_that_comes_again_gets_a_number() throws IOException {
        List<ImportedRow> rows = rows(MAPPING, "c,a,t,v,v,v (2),v\n1,x,2024-01-01 09:00,p,q,r,s\n");

        assertThat(rows.getFirst().attributes().keySet()).containsExactly("v", "v (2)", "v (2) (2)", "v (3)");
        assertThat(remarks).contains("The column v stands there twice; the later one is called v (2).");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-31 02:30, 2024-03-31T03:30:00+02:00, 1 time falls into an hour that the clocks of the zone skip",
        "2024-10-27 02:30, 2024-10-27T02:30:00+02:00, 1 time falls into an hour that the clocks of the zone show twice"
    })
    void an_hour_that_clocks_skip_or_show_twice_is_taken_and_said(String time, String taken, String said)
            throws IOException {
        List<ImportedRow> rows = rows(MAPPING, "c,a,t\n1,x," + time + "\n");

        assertThat(rows).extracting(ImportedRow::time).containsExactly(taken);
        assertThat(remarks).singleElement().asString().startsWith(said);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-01T09:00:00.123456Z, 2024-01-01T09:00:00.123456Z",
        "2024-01-01 09:00:00+08:00, 2024-01-01T09:00:00+08:00",
        "2024-01-01T09:00+0800, 2024-01-01T09:00:00+08:00",
        "2024-07-01T09:00:00, 2024-07-01T09:00:00+02:00"
    })
    void an_offset_in_the_value_counts_before_the_zone(String time, String taken) throws IOException {
        String iso = MAPPING.replace("\"yyyy-MM-dd HH:mm\"", "iso");

        assertThat(rows(iso, "c,a,t\n1,x," + time + "\n"))
                .extracting(ImportedRow::time)
                .containsExactly(taken);
    }

    @Test
    void broken_quotes_cost_only_their_own_row() throws IOException {
        List<ImportedRow> rows = rows(MAPPING, """
                c,a,t,v
                1,"x"y,2024-01-01 09:00,p
                2,5" disk,2024-01-01 09:00,p
                3,x,2024-01-01 09:00,"a
                b",
                4,x,2024-01-01 09:00,p
                5,x,2024-01-01 09:00,"open
                """);

        assertThat(rows).extracting(ImportedRow::caseKey).containsExactly("2", "4");
        assertThat(rows).extracting(ImportedRow::row).containsExactly(3, 6);
        assertThat(refused)
                .containsExactly(
                        "2: text after a closing quote on line 2",
                        "4: it has 5 values, the header 4 (the row reaches to line 5)",
                        "7: a quote opened in the row of line 7 is never closed (the row reaches to line 8)");
    }

    @Test
    void any_line_end_will_do() throws IOException {
        assertThat(rows(MAPPING, "c,a,t\r1,x,2024-01-01 09:00\r\r\n2,y,2024-01-01 09:00"))
                .extracting(ImportedRow::row)
                .containsExactly(2, 4);
    }

    @Test
    void bytes_that_are_no_text_cost_only_their_own_row() throws IOException {
        byte[] log = "c,a,t\n1,\u00e9,2024-01-01 09:00\n2,x,2024-01-01 09:00\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(rows(MAPPING, log)).extracting(ImportedRow::caseKey).containsExactly("2");
        assertThat(refused).singleElement().asString().startsWith("2: it holds bytes that are no text");
        assertThat(rows(MAPPING + "encoding: ISO-8859-1", log)).hasSize(2);
        assertThat(rows(
                        MAPPING + "encoding: GB18030\nseparator: ';'",
                        "c;a;t\n1;断电𠀀;2024-01-01 09:00\n".getBytes(Charset.forName("GB18030"))))
                .extracting(ImportedRow::activity)
                .containsExactly("断电𠀀");
    }

    @Test
    void several_columns_make_one_activity_and_stay_as_attributes() throws IOException {
        List<ImportedRow> rows = rows(
                MAPPING.replace("activity: a", "activity: [a, l]").replace("\"*\"", "[l]"),
                "c,a,t,l,z\n1,x,2024-01-01 09:00,done,p\n");

        assertThat(rows.getFirst().activity()).isEqualTo("x/done");
        assertThat(rows.getFirst().attributes()).containsOnlyKeys("l");
    }

    @Test
    void xes_gives_a_row_per_event_with_the_keys_of_its_trace() throws IOException {
        String mapping = """
                format: xes
                case: trace.concept:name
                activity: [concept:name, lifecycle:transition]
                time: { column: "time:timestamp", pattern: iso }
                resource: org:resource
                attributes: "*"
                """;
        List<ImportedRow> rows = rows(mapping, """
                <?xml version="1.0" encoding="UTF-8"?>
                <log xes.version="2.0" xmlns="http://www.xes-standard.org/">
                  <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
                  <global scope="event"><string key="concept:name" value="__INVALID__"/></global>
                  <string key="source" value="test"/>
                  <trace>
                    <string key="concept:name" value="甲"/>
                    <string key="customer" value="K1"/>
                    <event>
                      <string key="concept:name" value="Call"/>
                      <string key="lifecycle:transition" value="complete"/>
                      <date key="time:timestamp" value="2024-01-01T09:00:00.000+08:00"/>
                      <string key="org:resource" value="R"/>
                      <int key="cost" value="3"><string key="unit" value="CNY"/></int>
                    </event>
                    <event><string key="concept:name" value="no time"/></event>
                  </trace>
                </log>
                """);

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.caseKey()).isEqualTo("甲");
            assertThat(row.activity()).isEqualTo("Call/complete");
            assertThat(row.time()).isEqualTo("2024-01-01T09:00:00+08:00");
            assertThat(row.row()).isEqualTo(9);
            assertThat(row.attributes())
                    .containsEntry("trace.customer", "K1")
                    .containsEntry("cost", "3")
                    .containsEntry("cost/unit", "CNY")
                    .containsEntry("lifecycle:transition", "complete")
                    .doesNotContainKey("org:resource");
        });
        assertThat(refused).containsExactly("16: time:timestamp is empty");
    }

    @Test
    void xes_reads_no_file_that_the_log_names() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "secret");
        String log = "<!DOCTYPE log [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><log><trace><event>"
                + "<string key=\"c\" value=\"1\"/><string key=\"a\" value=\"x\"/>&x;"
                + "<date key=\"t\" value=\"2024-01-01 09:00\"/></event></trace></log>";

        assertThatThrownBy(() -> rows(MAPPING.replace("format: csv", "format: xes"), log))
                .isInstanceOf(Failure.class)
                .hasMessageNotContaining("secret\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "case: c                  | casus: c                | key casus: unknown",
                "case: c                  | case: [c]               | key case: must be one word",
                "case: c                  | other: x                | key other: unknown",
                "zone: Europe/Rome        | zone: Europe/Roma       | key time.zone: there is no time zone Europe/Roma",
                ", zone: Europe/Rome      | ''                      | key time.zone: is missing",
                "HH:mm                    | HH:nope                 | key time.pattern: ",
                "zone: Europe/Rome        | zome: Europe/Rome       | key time.zome: unknown",
                "format: csv              | format: parquet         | key format: must be csv or xes, not parquet",
                "'attributes: \"*\"'      | attributes: all         | key attributes: must be",
                "activity: a              | activity: []            | key activity: is missing",
                "activity: a              | activity: [a, q]        | key activity: there is no column \"q\"",
                "activity: a              | 'activity: a\ncase: d'  | no sound YAML"
            })
    void a_mapping_that_means_nothing_is_refused_with_its_key(String from, String to, String said) {
        assertThatThrownBy(() -> rows(MAPPING.replace(from, to), "c,a,t\n1,x,2024-01-01 09:00\n"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining(said);
    }

    private List<ImportedRow> rows(String mapping, String log) throws IOException {
        return rows(mapping, log.getBytes(StandardCharsets.UTF_8));
    }

    private List<ImportedRow> rows(String mapping, byte[] log) throws IOException {
        Path map = Files.writeString(folder.resolve("map.yaml"), mapping);
        Path file = Files.write(folder.resolve("log"), log);
        ImportedHistory importedHistory = ImportedHistory.open(file, map);
        refused.clear();
        importedHistory.survey((line, reason) -> refused.add(line + ": " + reason), count -> {});
        remarks.addAll(importedHistory.remarks());
        List<ImportedRow> rows = new ArrayList<>();
        importedHistory.rows(rows::add);
        assertThat(rows).hasSize(importedHistory.taken());
        assertThat(importedHistory.read()).isEqualTo(rows.size() + refused.size());
        return rows;
    }
}
