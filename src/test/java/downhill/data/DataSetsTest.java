package downhill.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.data.builtin.Spiral;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class DataSetsTest {
    private static DataSetInfo info(String name) {
        return DataSets.named(name).orElseThrow();
    }

    private static Dataset standard(String name, long seed) {
        return DataSets.build(
                info(name).standard(seed), info(name).outputWidths().getFirst());
    }

    private static DataSpec.BuiltIn with(String name, int count, double noise, double testShare) {
        List<String> features = name.equals("sine") ? List.of() : List.of("x", "y");
        return new DataSpec.BuiltIn(name, 7, count, noise, testShare, List.of(0.0, 1.0), features);
    }

    @TestFactory
    List<DynamicTest> everySetBuildsWithItsDefaults() {
        return DataSets.all().stream()
                .map(info -> DynamicTest.dynamicTest(info.name(), () -> {
                    Dataset set = standard(info.name(), 1);
                    assertThat(set.size() + set.testSize())
                            .isEqualTo(info.count().standard());
                    assertThat(set.inputWidth()).isEqualTo(info.inputNames().size());
                    assertThat(set.inputNames()).isEqualTo(info.inputNames());
                    assertThat(set.testSize())
                            .isEqualTo(Math.round(
                                    info.count().standard() * info.testShare().standard()));
                    assertThat(Arrays.stream(set.inputs())).allMatch(Double::isFinite);
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> theSameSpecificationGivesTheSameBitsAndAnotherSeedOthers() {
        return DataSets.all().stream()
                .filter(info -> info.count().settable())
                .map(info -> DynamicTest.dynamicTest(info.name(), () -> {
                    assertThat(standard(info.name(), 5).inputs())
                            .isEqualTo(standard(info.name(), 5).inputs());
                    assertThat(standard(info.name(), 5).inputs())
                            .isNotEqualTo(standard(info.name(), 6).inputs());
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> pointsStayInTheirDomainWhateverTheNoise() {
        List<DynamicTest> tests = new ArrayList<>();
        for (DataSetInfo info : DataSets.all()) {
            if (info.dimensions() == 2) {
                tests.add(DynamicTest.dynamicTest(info.name(), () -> {
                    Dataset set = DataSets.build(
                            with(info.name(), 1_000, info.noise().high(), 0),
                            info.outputWidths().getFirst());
                    assertThat(Arrays.stream(set.inputs()))
                            .allMatch(v -> v >= info.domain().low()
                                    && v <= info.domain().high());
                }));
            }
        }
        return tests;
    }

    @Test
    void cloudOfThreeClassesHasOneOutputForEach() {
        Dataset set = DataSets.build(with("pinwheel", 200, 0.1, 0), 3);
        assertThat(set.classNames()).containsExactly("A", "B", "C");
        assertThat(set.task()).isInstanceOf(Dataset.Task.OneHot.class);
        double[] counts = new double[3];
        for (int i = 0; i < set.targets().length; i++) {
            counts[i % 3] += set.targets()[i];
        }
        assertThat(counts).containsExactly(67, 67, 66);
    }

    @TestFactory
    List<DynamicTest> halfOfACloudIsOfEachClass() {
        return List.of("circle", "spiral", "gaussians", "exclusive-or-cloud", "moons").stream()
                .map(name -> DynamicTest.dynamicTest(
                        name,
                        () -> assertThat(Arrays.stream(DataSets.build(with(name, 300, 0.1, 0), 1)
                                                .targets())
                                        .sum())
                                .isEqualTo(150)))
                .toList();
    }

    @Test
    void aCircleWithoutNoiseIsPartedByItsRadius() {
        Dataset set = DataSets.build(with("circle", 500, 0, 0), 1);
        for (int e = 0; e < set.size(); e++) {
            double radius = Math.hypot(set.inputs()[2 * e], set.inputs()[2 * e + 1]);
            assertThat(radius < 3).isEqualTo(set.targets()[e] == 1);
        }
    }

    @Test
    void inFourSquaresTheClassSaysWhetherTheSignsDiffer() {
        Dataset set = DataSets.build(with("exclusive-or-cloud", 500, 0, 0), 1);
        for (int e = 0; e < set.size(); e++) {
            assertThat(set.inputs()[2 * e] * set.inputs()[2 * e + 1] < 0).isEqualTo(set.targets()[e] == 1);
        }
    }

    @Test
    void theTwoArmsOfASpiralAreEachOthersMirrorThroughTheOrigin() {
        double[] point = new double[2];
        double[] opposite = new double[2];
        var rng = downhill.math.Rng.of(1, downhill.math.Rng.Stream.DATA);
        new Spiral().place(0, 0.3, rng, point);
        new Spiral().place(1, 0.3, rng, opposite);
        assertThat(opposite[0]).isCloseTo(-point[0], org.assertj.core.data.Offset.offset(1e-12));
        assertThat(opposite[1]).isCloseTo(-point[1], org.assertj.core.data.Offset.offset(1e-12));
    }

    @Test
    void sineAndPlaneAreWhatTheirNamesSay() {
        Dataset sine = DataSets.build(with("sine", 50, 0, 0), 1);
        assertThat(sine.task()).isEqualTo(new Dataset.Task.Regression());
        assertThat(sine.targets()[3]).isEqualTo(StrictMath.sin(sine.inputs()[3]));
        Dataset plane = DataSets.build(with("plane", 50, 0, 0), 1);
        assertThat(plane.targets()[3]).isEqualTo((plane.inputs()[6] + plane.inputs()[7]) / 12);
    }

    @Test
    void truthTablesCountFromZeroZeroToOneOne() {
        double[] cases = {0, 0, 0, 1, 1, 0, 1, 1};
        assertThat(standard("xor", 1).inputs()).isEqualTo(cases);
        assertThat(standard("xor", 1).targets()).containsExactly(0, 1, 1, 0);
        assertThat(standard("and", 1).targets()).containsExactly(0, 0, 0, 1);
        assertThat(standard("or", 1).targets()).containsExactly(0, 1, 1, 1);
    }

    @Test
    void movingTheNoiseMovesThePointsAndKeepsTheirPlaces() {
        Dataset still = DataSets.build(with("moons", 100, 0, 0), 1);
        Dataset little = DataSets.build(with("moons", 100, 0.001, 0), 1);
        for (int i = 0; i < still.inputs().length; i++) {
            assertThat(little.inputs()[i]).isCloseTo(still.inputs()[i], org.assertj.core.data.Offset.offset(0.01));
        }
    }

    @Test
    void trainingAndHeldOutExamplesTogetherAreTheWholeSet() {
        Dataset whole = DataSets.build(with("spiral", 200, 0.1, 0), 1);
        Dataset parted = DataSets.build(with("spiral", 200, 0.1, 0.25), 1);
        assertThat(parted.testSize()).isEqualTo(50);
        List<Double> both = new ArrayList<>();
        Arrays.stream(parted.inputs()).forEach(both::add);
        Arrays.stream(parted.testInputs()).forEach(both::add);
        assertThat(both)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(whole.inputs()).boxed().toList());
    }

    @Test
    void targetsAreRecodedAndTwoOutputsGetOneHotTargets() {
        var spec = new DataSpec.BuiltIn("xor", 1, 4, 0, 0, List.of(-1.0, 1.0), List.of("x", "y"));
        assertThat(DataSets.build(spec, 1).targets()).containsExactly(-1, 1, 1, -1);
        assertThat(DataSets.build(spec, 1).task()).isEqualTo(new Dataset.Task.TwoTargets(-1, 1));
        Dataset two = DataSets.build(info("xor").standard(1), 2);
        assertThat(two.targets()).containsExactly(1, 0, 0, 1, 0, 1, 1, 0);
        assertThat(two.task()).isEqualTo(new Dataset.Task.OneHot());
    }

    @Test
    void featuresAreFunctionsOfThePoint() {
        var spec = new DataSpec.BuiltIn("gaussians", 3, 10, 0, 0, List.of(0.0, 1.0), Features.ALL);
        Dataset set = DataSets.build(spec, 1);
        double[] row = Arrays.copyOfRange(set.inputs(), 7, 14);
        double x = row[0];
        double y = row[1];
        assertThat(row).containsExactly(x, y, x * x, y * y, x * y, StrictMath.sin(x), StrictMath.sin(y));
        assertThat(set.inputNames()).containsExactly("x₁", "x₂", "x₁²", "x₂²", "x₁x₂", "sin x₁", "sin x₂");
    }

    @Test
    void symmetryHasEightSymmetricPatternsOfSixtyFour() {
        Dataset set = standard("symmetry", 1);
        assertThat(set.size()).isEqualTo(64);
        assertThat(Arrays.stream(set.targets()).sum()).isEqualTo(8);
        // 110100 is pattern 52.
        assertThat(Arrays.copyOfRange(set.inputs(), 52 * 6, 53 * 6)).containsExactly(1, 1, 0, 1, 0, 0);
        assertThat(set.targets()[0b011110]).isEqualTo(1);
        assertThat(set.targets()[0b011010]).isEqualTo(0);
    }

    @Test
    void whatCannotBeBuiltIsRefusedWithPlaceAndCure() {
        refused(with("hexagon", 10, 0, 0), 1, "/data/name", "xor");
        refused(with("spiral", 1, 0, 0), 1, "/data/count", "2 to 5000");
        refused(with("spiral", 10, 3, 0), 1, "/data/noise", "0.0 to 2.0");
        refused(with("spiral", 10, Double.NaN, 0), 1, "/data/noise", "0.0 to 2.0");
        refused(with("spiral", 10, 0, 1), 1, "/data/testShare", "0.0 to 0.9");
        refused(with("spiral", 2, 0, 0.9), 1, "/data/testShare", "at least one");
        refused(with("xor", 4, 0.1, 0), 1, "/data/noise", "has no noise");
        refused(with("spiral", 10, 0, 0), 3, "/network/layers", "one or two neurons");
        refused(with("plane", 10, 0, 0), 2, "/network/layers", "one neuron");
        List<Double> same = List.of(1.0, 1.0);
        refused(new DataSpec.BuiltIn("xor", 1, 4, 0, 0, same, List.of("x")), 1, "/data/targets", "different");
        List<Double> codes = List.of(0.0, 1.0);
        refused(new DataSpec.BuiltIn("xor", 1, 4, 0, 0, codes, List.of("z")), 1, "/data/features/0", "sin x");
        refused(new DataSpec.BuiltIn("xor", 1, 4, 0, 0, codes, List.of("x", "x")), 1, "/data/features/1", "twice");
        refused(new DataSpec.BuiltIn("xor", 1, 4, 0, 0, codes, List.of()), 1, "/data/features", "at least one");
        refused(new DataSpec.BuiltIn("sine", 1, 9, 0, 0, codes, List.of("x")), 1, "/data/features", "no features");
        List<Double> coded = List.of(-1.0, 1.0);
        refused(new DataSpec.BuiltIn("sine", 1, 9, 0, 0, coded, List.of()), 1, "/data/targets", "not classes");
    }

    private static void refused(DataSpec.BuiltIn spec, int outputs, String pointer, String cure) {
        assertThatThrownBy(() -> DataSets.build(spec, outputs))
                .isInstanceOfSatisfying(DataRefusedException.class, refusal -> {
                    assertThat(refusal.pointer()).isEqualTo(pointer);
                    assertThat(refusal.detail()).contains(cure);
                });
    }
}
