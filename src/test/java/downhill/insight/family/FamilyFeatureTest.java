package downhill.insight.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.data.builtin.FamilyTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The places of the people, and their features, held against reference/family_trees.json. */
class FamilyFeatureTest {
    private static final JsonNode REFERENCE = reference();

    private static JsonNode reference() {
        try (InputStream in = FamilyFeatureTest.class.getResourceAsStream("/reference/family_trees.json")) {
            return JsonMapper.shared().readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> strings(JsonNode array) {
        List<String> values = new ArrayList<>();
        array.forEach(value -> values.add(value.asString()));
        return values;
    }

    private static List<String> names(List<Integer> people) {
        return people.stream().map(FamilyTree.people()::get).toList();
    }

    /** The English people whose feature has a value; the Italian twins have the same. */
    private static List<String> with(FamilyFeature feature, double value) {
        double[] all = feature.ofAll();
        assertThat(Arrays.copyOfRange(all, 12, 24)).isEqualTo(Arrays.copyOf(all, 12));
        return names(IntStream.range(0, 12).filter(p -> all[p] == value).boxed().toList());
    }

    @Test
    void theFigureHasThePapersOrder() {
        assertThat(names(FamilyPlan.figure(0))).isEqualTo(strings(REFERENCE.get("paper_display_order_english")));
        assertThat(names(FamilyPlan.figure(1)))
                .isEqualTo(strings(REFERENCE.get("paper_display_order_english")).stream()
                        .map(name -> REFERENCE.get("twin").get(name).asString())
                        .toList());
    }

    @Test
    void husbandsAndWivesAndBrothersAndSistersStandBesideEachOther() {
        assertThat(FamilyPlan.rows(0).stream().map(FamilyFeatureTest::names))
                .containsExactly(
                        List.of("Christopher", "Penelope", "Andrew", "Christine"),
                        List.of("Margaret", "Arthur", "Victoria", "James", "Jennifer", "Charles"),
                        List.of("Colin", "Charlotte"));
        assertThat(FamilyPlan.rows(1).getLast()).containsExactly(22, 23);
    }

    @Test
    void nationalityIsThatOfTheFamily() {
        double[] all = FamilyFeature.NATIONALITY.ofAll();
        assertThat(IntStream.range(0, 24).filter(p -> all[p] == 1))
                .containsExactlyElementsOf(IntStream.range(0, 12).boxed().toList());
        assertThat(IntStream.range(12, 24)).allMatch(p -> all[p] == -1);
    }

    @Test
    void generationsAreCountedFromTheFounders() {
        assertThat(with(FamilyFeature.GENERATION, -1))
                .containsExactly("Christopher", "Penelope", "Andrew", "Christine");
        assertThat(with(FamilyFeature.GENERATION, 0))
                .containsExactly("Margaret", "Arthur", "Victoria", "James", "Jennifer", "Charles");
        assertThat(with(FamilyFeature.GENERATION, 1)).containsExactly("Colin", "Charlotte");
    }

    @Test
    void branchesAreThoseOfTheFoundersAndGrandchildrenBelongToBoth() {
        assertThat(with(FamilyFeature.BRANCH, 1))
                .containsExactly("Christopher", "Penelope", "Margaret", "Arthur", "Victoria");
        assertThat(with(FamilyFeature.BRANCH, -1))
                .containsExactly("Andrew", "Christine", "James", "Jennifer", "Charles");
        assertThat(with(FamilyFeature.BRANCH, 0)).containsExactly("Colin", "Charlotte");
    }

    /** The expected values are NumPy's (numpy.corrcoef, version 2), of the same numbers. */
    @Test
    void theCorrelationIsPearsons() {
        double[] numbers =
                IntStream.range(0, 24).mapToDouble(p -> (7 * p % 11 - 5) / 3.0).toArray();
        assertThat(FamilyFeature.NATIONALITY.correlation(numbers)).isCloseTo(-0.09061915769440533, within(1e-12));
        assertThat(FamilyFeature.GENERATION.correlation(numbers)).isCloseTo(-0.29199839811515876, within(1e-12));
        assertThat(FamilyFeature.BRANCH.correlation(numbers)).isCloseTo(-0.08508712596230344, within(1e-12));

        double[] old = IntStream.range(0, 24)
                .mapToDouble(p -> 0.5 * FamilyFeature.NATIONALITY.of(p)
                        + 2 * FamilyFeature.GENERATION.of(p)
                        + 0.25 * FamilyFeature.BRANCH.of(p)
                        + (5 * p % 7 - 3) / 10.0)
                .toArray();
        assertThat(FamilyFeature.NATIONALITY.correlation(old)).isCloseTo(0.32747345110350934, within(1e-12));
        assertThat(FamilyFeature.GENERATION.correlation(old)).isCloseTo(0.9196115155604853, within(1e-12));
        assertThat(FamilyFeature.BRANCH.correlation(old)).isCloseTo(0.17788224411913103, within(1e-12));
    }

    @Test
    void equalNumbersHaveNoCorrelation() {
        double[] equal = new double[24];
        Arrays.fill(equal, 0.25);
        for (FamilyFeature feature : FamilyFeature.values()) {
            assertThat(feature.correlation(equal)).isZero();
            assertThat(feature.correlation(feature.ofAll())).isCloseTo(1, within(1e-12));
        }
    }
}
