package io.minutebook.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.annotation.Annotation;
import java.nio.file.Path;
import java.util.Collection;
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
    /** The rooms of a service, each with the rooms that it sees beside its own. */
    private static final Map<String, Set<String>> ROOMS = Map.of(
            "domain", Set.of(),
            "api", Set.of("domain", "view", "record"),
            "process", Set.of("domain"),
            "messaging", Set.of("domain"),
            "view", Set.of("domain", "record"),
            "page", Set.of("domain", "view", "record"),
            "record", Set.of(),
            "export", Set.of("view", "record"));
    /** The rooms of the platform, each with the rooms that it sees beside its own. */
    private static final Map<String, Set<String>> PLATFORM_ROOMS = Map.ofEntries(
            Map.entry("command", Set.of("security", "telemetry")),
            Map.entry("process", Set.of("command")),
            Map.entry("timer", Set.of("command", "sites")),
            Map.entry("messaging", Set.of("command", "input", "security", "telemetry")),
            Map.entry("security", Set.of("problem")),
            Map.entry("problem", Set.of("input")),
            Map.entry("openapi", Set.of("security")),
            Map.entry("input", Set.of()),
            Map.entry("telemetry", Set.of()),
            Map.entry("projection", Set.of()),
            Map.entry("database", Set.of()),
            Map.entry("sites", Set.of()));

    private static final String[] COMMON = {"kernel", "contract", "eventlog", "projection", "platform", "pages"};
    private static final Set<String> DICE = Set.of(
            "java.util.Random",
            "java.util.concurrent.ThreadLocalRandom",
            "java.security.SecureRandom",
            "java.util.random.RandomGenerator");
    private static final Set<String> MOODS = Set.of(
            "randomUUID", "currentTimeMillis", "nanoTime", "random", "systemUTC", "systemDefaultZone", "systemDefault");

    /** Small helpers of the libraries, with nothing but the JDK in them, that the record reads millions of events with. */
    private static final Set<String> READERS =
            Set.of(HOUSE + "eventlog.Actor", HOUSE + "eventlog.IsoInstants", HOUSE + "projection.StringPool");

    private static final String SECURITY = HOUSE + "platform.security.";
    /** What a handler method, or the class of its controller, says about who may use its address. */
    private static final List<String> ACCESS =
            List.of(SECURITY + "Allow", SECURITY + "AllowStaff", SECURITY + "AllowAnyone");

    static final String HANDLES = "org.springframework.web.bind.annotation.RequestMapping";
    /** The controller that only the container asks, after a failure. */
    private static final String FAILURES = "org.springframework.boot.webmvc.error.ErrorController";

    private ArchitectureRules() {}

    /** The rules of a service: {@code ArchitectureRules.ofService("io.minutebook.intake")}. */
    public static Stream<DynamicTest> ofService(String root) {
        JavaClasses house = built(root);
        Stream<DynamicTest> doors = serviceRules(root).entrySet().stream()
                .map(rule -> dynamicTest(rule.getKey(), () -> rule.getValue().check(house)));
        DynamicTest cases = dynamicTest("every case of a sealed family is named in the domain", () -> {
            List<String> found = DefaultBranches.in(Path.of("src/main/java"));
            if (!found.isEmpty()) {
                throw new AssertionError(
                        "name the cases instead of default, so that the compiler finds a forgotten one: " + found);
            }
        });
        DynamicTest forms = dynamicTest("every form of a template fits the request record of its command", () -> {
            List<String> found = FormTemplates.faults(Path.of("src/main/resources/templates"), house);
            if (!found.isEmpty()) {
                throw new AssertionError(String.join("\n", found));
            }
        });
        return Stream.concat(doors, Stream.of(cases, forms));
    }

    /** The rules of a library that knows only the JDK, and annotations of these packages, which the JDK leaves out where they are absent. */
    public static Stream<DynamicTest> ofJdkOnly(String root, String... annotations) {
        return Stream.of(dynamicTest(
                root + " sees only the JDK", () -> jdkOnly(root, annotations).check(built(root))));
    }

    /** The rules of a library that does without these packages, such as {@code org.springframework..}. */
    public static Stream<DynamicTest> without(String root, String... packages) {
        return Stream.of(packages)
                .map(unseen -> dynamicTest(
                        root + " does not see " + unseen,
                        () -> unseen(root, unseen).check(built(root))));
    }

    /** The rules of the platform: which of its rooms sees which, and no pages anywhere. */
    public static Stream<DynamicTest> ofPlatform(String root) {
        JavaClasses house = built(root);
        return platformRules(root).entrySet().stream()
                .map(rule -> dynamicTest(rule.getKey(), () -> rule.getValue().check(house)));
    }

    static JavaClasses built(String root) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
    }

    static ArchRule jdkOnly(String root, String... annotations) {
        return classes()
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", root + "..")
                        .or(resideInAnyPackage(annotations).and(assignableTo(Annotation.class))));
    }

    static ArchRule unseen(String root, String unseen) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(unseen)
                .allowEmptyShould(true);
    }

    static Map<String, ArchRule> platformRules(String root) {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        PLATFORM_ROOMS.forEach((room, seen) ->
                rules.put("platform: " + room + " sees " + seen, seesOnly(root, room, seen, PLATFORM_ROOMS.keySet())));
        rules.put(
                "platform: what all rooms share sees none of them",
                noClasses()
                        .that()
                        .resideInAPackage(root)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(packages(root, PLATFORM_ROOMS.keySet())));
        rules.put(
                "platform: every class stands in a room",
                classes()
                        .that()
                        .resideOutsideOfPackage(root)
                        .should()
                        .resideInAnyPackage(packages(root, PLATFORM_ROOMS.keySet())));
        rules.put("platform: no room sees the pages", unseen(root, HOUSE + "pages.."));
        rules.put("platform: every handler method says who may use its address", sayWhoMayUseThem());
        return rules;
    }

    static Map<String, ArchRule> serviceRules(String root) {
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
                "record sees kernel, contract and Jackson",
                classes()
                        .that()
                        .resideInAPackage(root + ".record..")
                        .should()
                        .onlyDependOnClassesThat(resideInAnyPackage(
                                        "java..",
                                        "org.jspecify..",
                                        "tools.jackson..",
                                        HOUSE + "kernel..",
                                        HOUSE + "contract..",
                                        root + ".record..")
                                .or(describe("help to read quickly", target -> READERS.contains(target.getName()))))
                        .allowEmptyShould(true));
        List.of("domain", "record")
                .forEach(room -> rules.put(
                        room + " reads no clock and throws no dice",
                        noClasses()
                                .that()
                                .resideInAPackage(root + "." + room + "..")
                                .should()
                                .accessTargetWhere(
                                        describe("the answer changes from call to call", ArchitectureRules::moody))
                                .allowEmptyShould(true)));
        rules.put(
                "a subject of the domain sees no other subject",
                slices().matching(root + ".domain.(*)..")
                        .should()
                        .notDependOnEachOther()
                        .allowEmptyShould(true));
        rules.put(
                "what subjects of the domain share sees none of them",
                noClasses()
                        .that()
                        .resideInAPackage(root + ".domain")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(root + ".domain.*..")
                        .allowEmptyShould(true));
        ROOMS.forEach((room, seen) -> rules.put(room + " sees " + seen, seesOnly(root, room, seen, ROOMS.keySet())));
        rules.put(
                "nobody sees the composition root",
                noClasses()
                        .that()
                        .resideOutsideOfPackage(root)
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(root));
        rules.put("only pages see the page shell", outside(root, List.of("page"), HOUSE + "pages.."));
        rules.put(
                "a view sees no other view",
                slices().matching(root + ".view.(*)..")
                        .should()
                        .notDependOnEachOther()
                        .allowEmptyShould(true));
        rules.put(
                "published events are seen by messaging, record and projections",
                noClasses()
                        .that(resideOutsideOfPackages(packages(root, List.of("messaging", "record")))
                                .and(not(assignableTo(HOUSE + "projection.Projection"))))
                        .should()
                        .dependOnClassesThat(assignableTo(HOUSE + "contract.PublishedEvent")));
        rules.put("a process sees nothing that is published", unseen(root + ".process", HOUSE + "contract.."));
        rules.put(
                "only messaging sees Kafka",
                outside(
                        root,
                        List.of("messaging"),
                        HOUSE + "platform.messaging..",
                        "org.apache.kafka..",
                        "org.springframework.kafka.."));
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
                        .resideInAnyPackage(packages(root, ROOMS.keySet())));
        rules.put("every handler method says who may use its address", sayWhoMayUseThem());
        rules.put("a command controller has two doors, one for the API and one for forms", twoDoors(root));
        rules.put("every package says that null is the exception", classes().should(beNullMarked()));
        return rules;
    }

    private static ArchRule seesOnly(String root, String room, Set<String> seen, Set<String> rooms) {
        return noClasses()
                .that()
                .resideInAPackage(root + "." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages(
                        root,
                        rooms.stream()
                                .filter(other -> !other.equals(room) && !seen.contains(other))
                                .toList()))
                .allowEmptyShould(true);
    }

    private static ArchRule outside(String root, List<String> rooms, String... unseen) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(packages(root, rooms))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(unseen);
    }

    private static String[] packages(String root, Collection<String> rooms) {
        return rooms.stream().map(room -> root + "." + room + "..").toArray(String[]::new);
    }

    private static ArchRule sayWhoMayUseThem() {
        return methods()
                .that()
                .areMetaAnnotatedWith(HANDLES)
                .and()
                .areDeclaredInClassesThat()
                .areNotAssignableTo(FAILURES)
                .should(new ArchCondition<>("bear @Allow, @AllowStaff or @AllowAnyone") {
                    @Override
                    public void check(JavaMethod item, ConditionEvents events) {
                        boolean said = ACCESS.stream()
                                .anyMatch(name -> item.isAnnotatedWith(name)
                                        || item.getOwner().isAnnotatedWith(name));
                        events.add(new SimpleConditionEvent(
                                item, said, item.getFullName() + " does not say who may use its address"));
                    }
                })
                .allowEmptyShould(true);
    }

    /** What changes something stands in a controller of its own, behind {@code /api/<service>/…} for machines and {@code /<service>/…} for forms. */
    private static ArchRule twoDoors(String root) {
        String service = root.substring(root.lastIndexOf('.') + 1);
        return classes()
                .that()
                .resideInAPackage(root + ".api..")
                .and(describe("take commands", CommandControllers::takesCommands))
                .should(new ArchCondition<>("have exactly the prefixes /api/" + service + "/… and /" + service + "/…") {
                    @Override
                    public void check(JavaClass item, ConditionEvents events) {
                        List<String> prefixes = CommandControllers.prefixes(item);
                        boolean two = prefixes.size() == 2
                                && prefixes.getFirst().startsWith("/api/" + service + "/")
                                && prefixes.getFirst().equals("/api" + prefixes.getLast());
                        boolean reads = CommandControllers.reads(item);
                        events.add(new SimpleConditionEvent(
                                item,
                                two && !reads,
                                item.getName()
                                        + (two
                                                ? " also answers GET; what reads belongs into a controller of its own"
                                                : " has the prefixes " + prefixes + ", write @RequestMapping({\"/api/"
                                                        + service + "/…\", \"/" + service + "/…\"})")));
                    }
                })
                .allowEmptyShould(true);
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
