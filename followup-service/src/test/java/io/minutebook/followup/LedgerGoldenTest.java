package io.minutebook.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.minutebook.testing.ApiGolden;
import io.minutebook.testing.Golden;
import io.minutebook.testing.PublishedSchemas;
import io.minutebook.testing.TestTokens;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What the ledger makes of three recorded cases, held to golden files: timeline, clearance record and list as JSON, and their pages in both
 * languages. All is asked for at one fixed moment by a supervisor of the demo site, so that nothing changes with the day of the test or with what
 * other tests put into the ledger. Left out of the comparison are only the fingerprints of assets and of what is shown, and the tokens against forged requests.
 */
class LedgerGoldenTest {
    private static final Followup FOLLOWUP = Followup.running();
    private static final RecordedCases CASES = new RecordedCases(FOLLOWUP.context());
    private static final Instant NOW = Instant.parse("2026-03-04T06:52:00Z");
    private static final String SUPERVISOR =
            TestTokens.token("demo-supervisor-1", Map.of("supervisor", List.of(RecordedCases.SITE)));
    private static final String BREAKS = """
        The ledger tells the same recorded case in another way than before: readers of the API, of the pages and of printed records notice. Read \
        the difference before you write the file anew.\
        """;

    @BeforeAll
    static void add() {
        CASES.add();
    }

    @AfterAll
    static void remove() {
        CASES.remove();
    }

    @TestFactory
    Stream<DynamicTest> a_recorded_case_is_told_as_before() {
        return RecordedCases.NAMES.stream().flatMap(name -> {
            String id = RecordedCases.caseId(name);
            return Stream.of(
                    json(name + "/timeline.json", "/api/followup/cases/" + id + "/timeline"),
                    json(name + "/clearance.json", "/api/followup/cases/" + id + "/clearance"),
                    page(name + "/case.en.html", "/followup/cases/" + id, "en"),
                    page(name + "/case.zh.html", "/followup/cases/" + id, "zh"),
                    page(name + "/record.en.html", "/followup/cases/" + id + "/record", "en"),
                    page(name + "/record.zh.html", "/followup/cases/" + id + "/record", "zh"));
        });
    }

    @TestFactory
    Stream<DynamicTest> the_recorded_cases_are_listed_as_before() {
        return Stream.of(
                json("list.json", "/api/followup/cases"),
                page("list.en.html", "/followup/cases", "en"),
                page("list.zh.html", "/followup/cases", "zh"));
    }

    @TestFactory
    Stream<DynamicTest> the_recorded_records_are_such_as_are_published_today() {
        return RecordedCases.NAMES.stream()
                .map(name -> dynamicTest(
                        name,
                        () -> assertThat(RecordedCases.records(name))
                                .isNotEmpty()
                                .allSatisfy(record -> assertThat(PublishedSchemas.faults(
                                                record.path("headers")
                                                        .path("ce_type")
                                                        .asString(),
                                                record.path("value").toString()))
                                        .isEmpty())));
    }

    private static DynamicTest json(String file, String path) {
        return dynamicTest(file, () -> Golden.check("ledger/" + file, ApiGolden.pretty(get(path, "en")), BREAKS));
    }

    private static DynamicTest page(String file, String path, String language) {
        return dynamicTest(file, () -> Golden.check("ledger/" + file, steady(get(path, language)), BREAKS));
    }

    private static String get(String path, String language) {
        HttpResponse<String> answer = FOLLOWUP.getAt(NOW, path, SUPERVISOR, Map.of("Accept-Language", language));
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static String steady(String html) {
        return html.replaceAll("(/assets/[a-z.]+?)-[0-9a-f]{32}\\.", "$1-(fingerprint).")
                .replaceAll("seen=[0-9a-f]+", "seen=(what is shown)")
                .replaceAll("(name=\"csrf\" content=|name=\"_csrf\" value=)\"[^\"]*\"", "$1\"(token)\"");
    }
}
