package downhill;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The floors: a package uses only packages above it in the list, and third-party types stay where they are granted. */
class ArchitectureTest {
    /** The floors from the top; each may use those before it. The README shows the same list. */
    private static final List<String> FLOORS = List.of(
            "math",
            "autodiff",
            "descent",
            "data",
            "net",
            "train",
            "insight",
            "json",
            "export",
            "course",
            "classroom",
            "live",
            "store",
            "web",
            "bench");

    /** The floors that start no threads and read no clock. */
    private static final List<String> PURE = List.of(
            "math", "autodiff", "descent", "data", "net", "train", "insight", "json", "export", "course", "classroom");

    private static final Map<String, List<String>> GRANTED = Map.of(
            "math", List.of("jdk.incubator.vector.."),
            "json", List.of("tools.jackson..", "com.fasterxml.jackson.annotation.."),
            "export", List.of("gg.jte.."),
            "course", List.of("org.commonmark..", "org.snakeyaml.engine.."),
            "live", List.of("org.slf4j..", "com.sun.management.."),
            "store", List.of("com.zaxxer.hikari..", "org.jdbi..", "org.flywaydb..", "org.slf4j.."),
            "bench", List.of("com.sun.management..", "tools.jackson.."),
            "web",
                    List.of(
                            "io.javalin..",
                            "gg.jte..",
                            "jakarta.servlet..",
                            "org.eclipse.jetty..",
                            "org.slf4j..",
                            "io.micrometer..",
                            "com.aayushatharva.brotli4j..",
                            "org.eclipse.elk..",
                            "io.nayuki.qrcodegen..",
                            "org.eclipse.emf..",
                            "com.nimbusds..",
                            "kotlin.."));

    /** The most classes of one package: a larger room is divided by topic. */
    private static final int MOST_FILES = 25;

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("downhill");

    private static String[] in(List<String> packages) {
        return packages.stream().map(name -> "downhill." + name + "..").toArray(String[]::new);
    }

    @TestFactory
    List<DynamicTest> aPackageUsesOnlyPackagesAboveIt() {
        List<DynamicTest> tests = new ArrayList<>();
        for (int i = 0; i < FLOORS.size() - 1; i++) {
            String floor = FLOORS.get(i);
            String[] below = in(FLOORS.subList(i + 1, FLOORS.size()));
            tests.add(DynamicTest.dynamicTest(
                    floor,
                    () -> noClasses()
                            .that()
                            .resideInAPackage("downhill." + floor + "..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(below)
                            .allowEmptyShould(true)
                            .check(CLASSES)));
        }
        return tests;
    }

    @TestFactory
    List<DynamicTest> thirdPartyTypesStayWhereTheyAreGranted() {
        return FLOORS.stream()
                .map(floor -> DynamicTest.dynamicTest(floor, () -> {
                    List<String> allowed =
                            new ArrayList<>(List.of("java..", "javax.crypto..", "downhill..", "org.jspecify.."));
                    allowed.addAll(GRANTED.getOrDefault(floor, List.of()));
                    noClasses()
                            .that()
                            .resideInAPackage("downhill." + floor + "..")
                            .should()
                            .dependOnClassesThat(not(resideInAnyPackage(allowed.toArray(String[]::new)))
                                    .and(not(primitives())))
                            .allowEmptyShould(true)
                            .check(CLASSES);
                }))
                .toList();
    }

    @Test
    void tokensOfPlatformsStayInTheirRoom() {
        noClasses()
                .that()
                .resideOutsideOfPackage("downhill.web.lti..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.nimbusds..")
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> primitives() {
        return describe("primitive", type -> type.getBaseComponentType().isPrimitive());
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("downhill.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @TestFactory
    List<DynamicTest> theRoomsOfAFloorHaveNoCycles() {
        return FLOORS.stream()
                .map(floor -> DynamicTest.dynamicTest(
                        floor,
                        () -> slices().matching("downhill." + floor + ".(*)..")
                                .should()
                                .beFreeOfCycles()
                                .allowEmptyShould(true)
                                .check(CLASSES)))
                .toList();
    }

    @Test
    void theDomainStartsNoThreadsAndReadsNoClock() {
        noClasses()
                .that()
                .resideInAnyPackage(in(PURE))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.lang.Thread")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("java.time..")
                .check(CLASSES);
    }

    @Test
    void numbersComeFromFunctionsThatGiveTheSameBitsEverywhere() {
        var check = noClasses().that().resideInAnyPackage(in(PURE)).should();
        List<String> forbidden = List.of("exp", "log", "tanh", "sin", "cos", "pow", "log1p", "expm1", "random");
        check.callMethodWhere(describe(
                        "Math's own " + forbidden,
                        call -> call.getTargetOwner().isEquivalentTo(Math.class) && forbidden.contains(call.getName())))
                .check(CLASSES);
    }

    @Test
    void noPackageIsCrowded() {
        Map<String, Long> files = CLASSES.stream()
                .filter(type -> !type.isNestedClass() && !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
        assertThat(files.values()).isNotEmpty().allMatch(count -> count <= MOST_FILES, "at most " + MOST_FILES);
    }

    @Test
    void theListNamesExactlyThePackagesThatExist() {
        var found = new TreeSet<String>();
        CLASSES.forEach(type -> {
            String name = type.getPackageName();
            if (name.startsWith("downhill.")) {
                String inner = name.substring("downhill.".length());
                int dot = inner.indexOf('.');
                found.add(dot < 0 ? inner : inner.substring(0, dot));
            }
        });
        assertThat(FLOORS).containsExactlyInAnyOrderElementsOf(found);
    }
}
