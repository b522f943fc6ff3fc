package io.minutebook.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every rule finds what was planted against it, and none finds fault where there is none. */
class ArchitectureRulesTest {
    private static final String PLANTED = "io.minutebook.planted";
    private static final Map<String, ArchRule> RULES = ArchitectureRules.serviceRules(PLANTED);
    private static final JavaClasses CLASSES = new ClassFileImporter().importPackages(PLANTED);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        domain sees only the kernel                            | SeesJackson
        domain reads no clock and throws no dice               | randomUUID
        domain reads no clock and throws no dice               | Instant.now
        a subject of the domain sees no other subject          | SeesAnotherSubject
        what subjects of the domain share sees none of them    | SeesASubject
        domain sees []                                         | DomainSeesApi
        api sees                                               | ApiSeesProcess
        process sees                                           | ProcessSeesMessaging
        messaging sees                                         | MessagingSeesView
        view sees                                              | ViewSeesApi
        page sees                                              | PageSeesApi
        record sees []                                         | RecordSeesView
        export sees                                            | ExportSeesPage
        a view sees no other view                              | SeesAnotherView
        nobody sees the composition root                       | SeesTheRoot
        only pages see the page shell                          | SeesTheShell
        published events are seen by messaging, record         | SeesAPublishedEvent
        a process sees nothing that is published               | ProcessSeesTheCatalogue
        only messaging sees Kafka                              | SeesKafka
        record sees kernel, contract and Jackson               | RecordSeesSpring
        record reads no clock and throws no dice               | RecordReadsTheClock
        no service sees another                                | SeesAnotherService
        every class stands in a room                           | StandsInNoRoom
        every handler method says who may use its address      | TellsNobodyWhoMayAsk.answer
        a command controller has two doors                     | api.HasOneDoor has the prefixes
        a command controller has two doors                     | api.HasAnotherDoor has the prefixes
        a command controller has two doors                     | api.AlsoReads also answers GET
        every package says that null is the exception          | attic
        """)
    void a_planted_violation_is_found(String rule, String planted) {
        assertThat(rule(RULES, rule).evaluate(CLASSES).getFailureReport().getDetails())
                .anyMatch(detail -> detail.contains(planted));
    }

    @Test
    void every_rule_has_a_planted_violation() {
        assertThat(RULES.values()).allMatch(rule -> rule.evaluate(CLASSES).hasViolation());
    }

    @Test
    void a_controller_with_two_doors_passes() {
        String root = "io.minutebook.planteddoors";

        assertThat(rule(ArchitectureRules.serviceRules(root), "a command controller has two doors")
                        .evaluate(new ClassFileImporter().importPackages(root))
                        .hasViolation())
                .isFalse();
    }

    @Test
    void a_forgotten_case_is_found() {
        assertThat(DefaultBranches.in(Path.of("src/test/java")))
                .containsExactly("io/minutebook/planted/domain/Forgets.java");
    }

    @Test
    void a_library_that_needs_spring_is_found() {
        JavaClasses library = new ClassFileImporter().importPackages("io.minutebook.plantedlibrary");

        assertThat(ArchitectureRules.unseen("io.minutebook.plantedlibrary", "org.springframework..")
                        .evaluate(library)
                        .hasViolation())
                .isTrue();
        assertThat(ArchitectureRules.jdkOnly("io.minutebook.plantedlibrary")
                        .evaluate(library)
                        .hasViolation())
                .isTrue();
    }

    @Test
    void every_rule_of_the_platform_finds_what_was_planted_against_it() {
        JavaClasses platform = new ClassFileImporter().importPackages("io.minutebook.plantedplatform");

        assertThat(ArchitectureRules.platformRules("io.minutebook.plantedplatform")
                        .values())
                .allMatch(rule -> rule.evaluate(platform).hasViolation());
    }

    @Test
    void a_clean_service_passes() {
        JavaClasses clean = new ClassFileImporter().importPackages("io.minutebook.planted.clean");

        assertThat(ArchitectureRules.serviceRules("io.minutebook.planted.clean").values())
                .noneMatch(rule -> rule.evaluate(clean).hasViolation());
    }

    @TestFactory
    Stream<DynamicTest> the_libraries_at_the_bottom_see_only_the_jdk() {
        return Stream.concat(
                ArchitectureRules.ofJdkOnly("io.minutebook.kernel"),
                ArchitectureRules.ofJdkOnly("io.minutebook.contract", "com.fasterxml.jackson.annotation.."));
    }

    /** The rule whose name begins so. */
    private static ArchRule rule(Map<String, ArchRule> rules, String name) {
        return rules.entrySet().stream()
                .filter(rule -> rule.getKey().startsWith(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no rule " + name));
    }
}
