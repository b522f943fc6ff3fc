package io.minutebook.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;

/** The doors between the rooms of the house. A module's test says which it is, and every rule becomes a test of its own. */
public final class ArchitectureRules {
    private static final String HOUSE = "io.minutebook.";
    private static final List<String> ROOMS = List.of("command", "policy", "view", "stream");
    private static final String[] COMMON = {"kernel", "contract", "eventlog", "platform"};
    private static final Set<String> DICE = Set.of(
            "java.util.Random",
            "java.util.concurrent.ThreadLocalRandom",
            "java.security.SecureRandom",
            "java.util.random.RandomGenerator");
    private static final Set<String> MOODS = Set.of(
            "randomUUID", "currentTimeMillis", "nanoTime", "random", "systemUTC", "systemDefaultZone", "systemDefault");

    private ArchitectureRules() {}

    /** The rules of a service: {@code ArchitectureRules.ofService("io.minutebook.intake")}. */
    public static Stream<DynamicTest> ofService(String root) {
        return ofService(root, Set.of());
    }

    /** @param listening views that are built from the topics and so may see the contract, as {@code view.ledger}; the caller says why */
    public static Stream<DynamicTest> ofService(String root, Set<String> listening) {
        JavaClasses house = built(root);
        Stream<DynamicTest> doors = serviceRules(root, listening).entrySet().stream()
                .map(rule -> dynamicTest(rule.getKey(), () -> rule.getValue().check(house)));
        DynamicTest cases = dynamicTest("every case of a sealed family is named in the domain", () -> {
            List<String> found = DefaultBranches.in(Path.of("src/main/java"));
            if (!found.isEmpty()) {
                throw new AssertionError(
                        "name the cases instead of default, so that the compiler finds a forgotten one: " + found);
            }
        });
        return Stream.concat(doors, Stream.of(cases));
    }

    /** The rules of a library that knows only the JDK. */
    public static Stream<DynamicTest> ofJdkOnly(String root) {
        return Stream.of(
                dynamicTest(root + " sees only the JDK", () -> jdkOnly(root).check(built(root))));
    }

    /** The rule of a library that works without Spring. */
    public static Stream<DynamicTest> withoutSpring(String root) {
        return Stream.of(
                dynamicTest(root + " sees no Spring", () -> noSpring(root).check(built(root))));
    }

    static JavaClasses built(String root) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
    }

    static ArchRule jdkOnly(String root) {
        return classes().should().onlyDependOnClassesThat().resideInAnyPackage("java..", "org.jspecify..", root + "..");
    }

    static ArchRule noSpring(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..");
    }

    static Map<String, ArchRule> serviceRules(String root, Set<String> listening) {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put(
                "domain sees only the kernel",
                classes()
                        .that()
                        .resideInAPackage(root + ".domain..")
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage("java..", "org.jspecify..", HOUSE + "kernel..", root + ".domain.."));
        rules.put(
                "domain reads no clock and throws no dice",
                noClasses()
                        .that()
                        .resideInAPackage(root + ".domain..")
                        .should()
                        .accessTargetWhere(describe("the answer changes from call to call", ArchitectureRules::moody)));
        for (String room : ROOMS) {
            rules.put(room + " sees no other room but the domain", alone(root, room));
        }
        rules.put(
                "a view sees no other view",
                slices().matching(root + ".view.(*)..")
                        .should()
                        .notDependOnEachOther()
                        .allowEmptyShould(true));
        rules.put("only stream sees the contract and Kafka", listenersOnly(root, listening));
        rules.put(
                "no service sees another",
                noClasses()
                        .that()
                        .resideInAPackage(root + "..")
                        .should()
                        .dependOnClassesThat(describe("live in another service", target -> stranger(root, target))));
        rules.put(
                "every class stands in a room",
                classes()
                        .that()
                        .resideOutsideOfPackage(root)
                        .should()
                        .resideInAnyPackage(packages(root, List.of("domain", "command", "policy", "view", "stream"))));
        rules.put("every package says that null is the exception", classes().should(beNullMarked()));
        return rules;
    }

    private static ArchRule alone(String root, String room) {
        return noClasses()
                .that()
                .resideInAPackage(root + "." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages(
                        root,
                        ROOMS.stream().filter(other -> !other.equals(room)).toList()))
                .allowEmptyShould(true);
    }

    private static ArchRule listenersOnly(String root, Set<String> listening) {
        List<String> allowed = new ArrayList<>(listening);
        allowed.add("stream");
        return noClasses()
                .that()
                .resideOutsideOfPackages(packages(root, allowed))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        HOUSE + "contract..",
                        HOUSE + "platform.stream..",
                        "org.apache.kafka..",
                        "org.springframework.kafka..");
    }

    private static String[] packages(String root, List<String> rooms) {
        return rooms.stream().map(room -> root + "." + room + "..").toArray(String[]::new);
    }

    private static ArchCondition<JavaClass> beNullMarked() {
        return new ArchCondition<>("live in a package that is @NullMarked") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                boolean marked = item.getPackage()
                        .tryGetAnnotationOfType(NullMarked.class)
                        .isPresent();
                events.add(new SimpleConditionEvent(
                        item, marked, item.getPackageName() + " has no @NullMarked package-info"));
            }
        };
    }

    private static boolean moody(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        return DICE.contains(owner)
                || MOODS.contains(access.getTarget().getName())
                || access.getTarget().getName().equals("now") && owner.startsWith("java.time");
    }

    private static boolean stranger(String root, JavaClass target) {
        String name = target.getPackageName() + ".";
        return name.startsWith(HOUSE)
                && !name.startsWith(root + ".")
                && Stream.of(COMMON).noneMatch(common -> name.startsWith(HOUSE + common + "."));
    }
}
