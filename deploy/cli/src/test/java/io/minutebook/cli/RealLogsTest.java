package io.minutebook.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The real logs under the example mappings, where the folder named by {@code shared.data} has them. */
class RealLogsTest {
    private final Path data = Path.of(System.getProperty("shared.data", "../../../shared/data"));

    @Test
    void the_help_desk_log_goes_in_whole() throws IOException {
        try (FakeSuite suite = new FakeSuite()) {
            Terminal terminal = importing(suite, "helpdesk-italian/helpdesk_full.csv", "helpdesk.yaml");

            assertThat(terminal.said())
                    .contains("The column Variant stands there twice; the later one is called Variant (2).")
                    .contains(
                            "21,348 rows read in 4,580 cases; 21,348 are in (21,348 new, 0 known before); 0 refused.");
            assertThat(suite.rows.values())
                    .filteredOn(row -> row.path("copy").asInt() > 0)
                    .hasSize(127);
            assertThat(importing(suite, "helpdesk-italian/helpdesk_full.csv", "helpdesk.yaml")
                            .said())
                    .contains("(0 new, 21,348 known before)");
        }
    }

    @Test
    void the_service_now_log_goes_in_whole_and_in_order() throws IOException {
        try (FakeSuite suite = new FakeSuite()) {
            Terminal terminal = importing(suite, "uci-servicenow/incident_event_log.zip", "servicenow.yaml");

            assertThat(terminal.said()).contains("141,712 rows read in 24,918 cases; 141,712 are in");
            Map<String, List<JsonNode>> cases = suite.rows.values().stream()
                    .collect(Collectors.groupingBy(row -> row.path("caseKey").asString()));
            cases.values().forEach(RealLogsTest::orderedByTimeThenCount);
        }
    }

    private static void orderedByTimeThenCount(List<JsonNode> rows) {
        List<JsonNode> byRank = rows.stream()
                .sorted(Comparator.comparingInt(row -> row.path("rank").asInt()))
                .toList();
        Comparator<JsonNode> order = Comparator.<JsonNode, String>comparing(
                        row -> row.path("time").asString())
                .thenComparing(
                        row -> row.path("attributes").path("sys_mod_count").asInt());
        assertThat(byRank).isSortedAccordingTo(order);
    }

    private Terminal importing(FakeSuite suite, String log, String mapping) {
        Path file = data.resolve(log);
        assumeTrue(Files.exists(file), file + " is not here; skipped");
        Path map = Path.of("examples", mapping);
        return Terminal.run("import", file.toString(), "--mapping", map.toString(), "--url", suite.url());
    }
}
