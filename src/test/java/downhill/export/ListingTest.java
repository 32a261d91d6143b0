package downhill.export;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.train.history.History;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ListingTest {
    static List<Cases.Case> cases() {
        return Cases.all();
    }

    private static Listing listing(Format format, History run) {
        return Listing.of(format, Cases.recipe(run), ShownCosts.of(run));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyLineIsListedOrCountedAndBelongsToAPart(Cases.Case tried) {
        History run = tried.run();
        for (Format format : Format.values()) {
            List<String> program =
                    Programs.write(format, Cases.recipe(run)).lines().toList();
            Listing listing = listing(format, run);
            assertThat(listing.count()).isEqualTo(program.size());
            int at = 0;
            for (Listing.Line line : listing.lines()) {
                if (line.folded() == 0 && line.text().length() <= 160) {
                    assertThat(line.text()).isEqualTo(program.get(at));
                }
                assertThat(line.part().isPresent())
                        .as(line.text())
                        .isEqualTo(line.folded() > 0 || !line.text().isBlank());
                at += Math.max(1, line.folded());
            }
            assertThat(at).isEqualTo(program.size());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aListingStaysShort(Cases.Case tried) {
        for (Format format : Format.values()) {
            Listing listing = listing(format, tried.run());
            assertThat(listing.lines()).hasSizeLessThan(420);
            assertThat(listing.lines().stream()
                            .mapToInt(line -> line.text().length())
                            .sum())
                    .isLessThan(20_000);
        }
    }

    @Test
    void aProgramHoldsNoMark() {
        for (Cases.Case tried : Cases.all()) {
            Recipe recipe = Cases.recipe(tried.run());
            for (Format format : Format.values()) {
                String marked = Programs.marked(format, recipe);
                assertThat(marked).matches("(?s).*[\uE000-\uE0FF].*");
                assertThat(Programs.write(format, recipe)).doesNotMatch("(?s).*[\uE000-\uF8FF].*");
            }
        }
    }

    /** The course writes a for an output and y for a target. */
    @Test
    void aProgramNamesOutputsAndTargetsAsTheCourseDoes() {
        for (Cases.Case tried : Cases.all()) {
            for (Format format : Format.values()) {
                String program =
                        Programs.write(format, Cases.recipe(tried.run())).replaceAll("\"[^\"\n]{40,}\"", "");
                assertThat(program).contains("and y the targets").doesNotContain("y the outputs");
                assertThat(program).as(tried.name()).doesNotContainPattern("(?<![\\w.\"'/=+])d(?![\\w\"'/=+])");
            }
        }
    }

    @Test
    void aListingHasAllCostsOfAShortRunAndTheFirstAndNewestOfALongerOne() {
        History run = Cases.all().getFirst().run();
        Listing long40 = listing(Format.JAVA, run);
        assertThat(long40.costs()).element(2).isEqualTo("2 " + run.cost(2));
        assertThat(long40.costs()).hasSize(3);
        assertThat(long40.newest()).hasSize(3).element(2).isEqualTo("40 " + run.cost(40));
        Listing start = listing(
                Format.JAVA, new History(run.newest().spec(), run.newest().data()));
        assertThat(start.costs()).hasSize(1);
        assertThat(start.newest()).isEmpty();
    }

    @Test
    void theBackwardPassOfTheNumPyProgramIsWhereItIsCalledSo() {
        Listing listing = listing(Format.NUMPY, Cases.all().getFirst().run());
        assertThat(text(listing, Part.HIDDEN_DELTA)).contains("delta @ W[l]").doesNotContain("dW[l] =");
        assertThat(text(listing, Part.GRADIENT)).contains("dW[l] =").doesNotContain("@ W[l]");
        assertThat(text(listing, Part.UPDATE)).contains("p += u");
        assertThat(text(listing, Part.WEIGHTED_SUM)).contains("a[l] @ W[l].T");
    }

    private static String text(Listing listing, Part part) {
        return listing.lines().stream()
                .filter(line -> line.part().equals(Optional.of(part)))
                .map(Listing.Line::text)
                .collect(Collectors.joining("\n"));
    }

    /** The second column is what Python's repr gives. */
    @ParameterizedTest
    @CsvSource({
        "0.125, 0.125",
        "0.0, 0.0",
        "1.0E-4, 0.0001",
        "9.999E-5, 9.999e-05",
        "1.0E-5, 1e-05",
        "2.5E-100, 2.5e-100",
        "1.2345678E7, 12345678.0",
        "1.0E15, 1000000000000000.0",
        "1.0E16, 1e+16",
        "1.5E300, 1.5e+300"
    })
    void aCostIsWrittenAsTheLanguagePrintsIt(String java, String python) {
        double cost = Double.parseDouble(java);
        assertThat(Listing.printed(Format.JAVA, cost)).isEqualTo(java);
        assertThat(Listing.printed(Format.NUMPY, cost)).isEqualTo(python);
        assertThat(Listing.printed(Format.PYTORCH, cost)).isEqualTo(python);
    }
}
