package downhill.insight.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.insight.Histories;
import downhill.insight.Scores;
import downhill.insight.diagnosis.Finding.Unit;
import downhill.train.history.History;
import downhill.train.spec.Tweak;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Really trained runs, each with one trouble, and what is found in them. */
class DiagnosisTest {
    private static final String TANH = "\"layers\": [2, 4, 2, 1], \"activations\": [\"tanh\", \"tanh\", \"sigmoid\"]";
    private static final String RELU = TANH.replace("tanh", "relu");

    private static Finding at(String network, double rate, int steps) {
        return Diagnosed.of(Diagnosed.run(network, rate, steps));
    }

    @Test
    void aCostFarAboveItsStartHasExploded() {
        assertThat(at(TANH, 100, 300)).isInstanceOfSatisfying(Finding.Exploded.class, f -> {
            assertThat(f.learningRate()).isEqualTo(100);
            assertThat(f.cost().orElseThrow()).isGreaterThan(10 * f.startCost());
        });
    }

    @Test
    void aRunThatLeftTheFiniteNumbersHasExploded() {
        History history = Diagnosed.run(TANH.replace("tanh", "identity"), 1e300, 0);
        history.advance();
        assertThat(history.newest().divergence()).isPresent();
        assertThat(Diagnosed.of(history))
                .isInstanceOfSatisfying(
                        Finding.Exploded.class, f -> assertThat(f.cost()).isEmpty());
        assertThat(Diagnosed.words(history)).contains("no longer finite").doesNotContain("infinite");
    }

    @Test
    void aLayerThatAnswersNothingIsDeadFromTheFirstSuchStep() {
        History history = Diagnosed.run(RELU, 10, 10);
        assertThat(Diagnosed.of(history))
                .isEqualTo(new Finding.Dead(List.of(new Unit(2, 0), new Unit(2, 1)), 2, 140, false));
        assertThat(history.newest().weightGradients(0)).containsOnly(0.0);
    }

    @Test
    void aDeadUnitBesideLivingOnesIsNoTroubleWhileTheCostFalls() {
        History history =
                Diagnosed.run(7, "\"layers\": [2, 8, 1], \"activations\": [\"relu\", \"sigmoid\"]", 0.3, "", 0);
        history.tweak(bias(0, 0, -100));
        assertThat(Diagnosed.evidence(history).layers().getFirst().flat()[0]).isEqualTo(1);
        assertThat(Diagnosed.of(history)).isInstanceOf(Finding.Learning.class);
    }

    @Test
    void halfOfALayerDeadIsNamedWhenTheCostStalls() {
        History history = Diagnosed.run("\"layers\": [2, 4, 1], \"activations\": [\"relu\", \"sigmoid\"]", 0.3, 0);
        for (int j = 0; j < 3; j++) {
            history.tweak(bias(0, j, -100));
        }
        advance(history, 600);
        assertThat(Diagnosed.words(history))
                .isEqualTo("3 of the 4 units of the hidden layer are dead: they answer 0 for every example,"
                        + " so their gradients are 0.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"zeros\"", "\"constant\", \"value\": 0.5"})
    void equalWeightsAreASymmetryAndNotDeadUnits(String initializer) {
        String init = ", \"initializer\": {\"name\": " + initializer + "}";
        for (String network : List.of(TANH, RELU)) {
            assertThat(at(network + init, 0.3, 50))
                    .isEqualTo(new Finding.Symmetric(
                            List.of(new Unit(1, 0), new Unit(1, 1), new Unit(1, 2), new Unit(1, 3))));
        }
    }

    @Test
    void unitsOnTheFlatPartsOfTheirCurvesAreSaturated() {
        assertThat(Diagnosed.of(Diagnosed.run(1, TANH, 0.3, "", 0))).isInstanceOf(Finding.Learning.class);
        History history =
                Diagnosed.run(1, TANH + ", \"initializer\": {\"name\": \"uniform\", \"range\": 100}", 0.1, "", 300);
        assertThat(Diagnosed.of(history)).isInstanceOfSatisfying(Finding.Saturated.class, f -> {
            assertThat(f.units())
                    .hasSizeGreaterThanOrEqualTo(2)
                    .extracting(Unit::layer)
                    .containsOnly(1);
            assertThat(f.share()).isBetween(0.9, 1.0);
        });
    }

    @Test
    void unitsThatSaturateInLongTrainingAtAnOrdinaryRateAreNoTroubleOfTheirOwn() {
        History history = Histories.of("""
                {"data": {"name": "spiral", "count": 200, "noise": 0.1, "testShare": 0.3}, "network": {"layers": [2, 4, 2, 1]},
                 "cost": "cross-entropy", "optimizer": {"learningRate": 0.3}, "batch": {"size": 10, "shuffle": true}}""", 30_000);
        assertThat(Diagnosed.evidence(history).layers().getLast().flatFrom(0.9)).isNotEmpty();
        assertThat(Diagnosed.of(history)).isInstanceOf(Finding.TooSmall.class);
    }

    @Test
    void aCostThatJumpsIsBlamedOnTheLearningRate() {
        assertThat(at(TANH, 10, 300)).isInstanceOfSatisfying(Finding.Oscillating.class, f -> {
            assertThat(f.learningRate()).isEqualTo(10);
            assertThat(f.high()).isGreaterThan(2 * f.low());
        });
    }

    @Test
    void theRateIsTheOneThatTheRunHasNow() {
        History history = Diagnosed.run(TANH, 0.3, 20);
        history.tweak(Tweak.learningRate(10));
        advance(history, 280);
        assertThat(Diagnosed.of(history))
                .isInstanceOfSatisfying(
                        Finding.Oscillating.class,
                        f -> assertThat(f.learningRate()).isEqualTo(10));
    }

    @Test
    void aTinyRateIsSlow() {
        assertThat(at(TANH, 0.001, 300)).isInstanceOfSatisfying(Finding.Slow.class, f -> {
            assertThat(f.learningRate()).isEqualTo(0.001);
            assertThat(f.share()).isPositive().isLessThan(0.001);
        });
    }

    @Test
    void aGradientThatShrinksThroughSigmoidsVanishes() {
        String deep =
                "\"layers\": [2, 4, 4, 4, 4, 4, 1], \"activations\": [\"sigmoid\", \"sigmoid\", \"sigmoid\", \"sigmoid\", \"sigmoid\", \"sigmoid\"]";
        History history = Diagnosed.run(deep, 0.3, 300);
        double[] gradients = Diagnosed.evidence(history).gradients();
        assertThat(Diagnosed.of(history))
                .isInstanceOfSatisfying(
                        Finding.Vanishing.class, f -> assertThat(f.ratio()).isEqualTo(gradients[5] / gradients[0]));
    }

    @Test
    void withoutACurveTheInputsAreOnlyWeighedAndAdded() {
        assertThat(at("\"layers\": [2, 1], \"activations\": [\"sigmoid\"]", 0.3, 300)
                        .name())
                .isEqualTo("no-hidden-layer");
        assertThat(at(TANH.replace("tanh", "identity"), 0.3, 300).name()).isEqualTo("straight");
    }

    @Test
    void aShortGradientAtAHighCostIsAPlateau() {
        History history = Histories.of("""
                {"data": {"name": "xor"}, "network": {"layers": [2, 4, 1], "activations": ["sigmoid", "sigmoid"]},
                 "cost": "half-squared-error", "optimizer": {"learningRate": 0.3}}""", 300);
        assertThat(Diagnosed.of(history)).isInstanceOfSatisfying(Finding.Plateau.class, f -> {
            assertThat(f.gradient()).isLessThan(0.01);
            assertThat(f.cost()).isGreaterThan(0.1);
        });
    }

    @Test
    void aTestCostThatRoseWhileTheTrainingCostFellIsOverfitting() {
        History history = Histories.of("""
                {"data": {"name": "circle", "count": 40, "noise": 0.8, "testShare": 0.5}, "network": {"layers": [2, 8, 6, 1]},
                 "cost": "cross-entropy", "optimizer": {"learningRate": 0.3}, "batch": {"size": 10, "shuffle": true}}""", 1000);
        assertThat(Diagnosed.of(history)).isInstanceOfSatisfying(Finding.Overfitting.class, f -> {
            assertThat(f.testCost()).isGreaterThan(1.3 * f.bestTestCost());
            assertThat(f.trainCost()).isLessThan(f.bestTrainCost());
            assertThat(Scores.of(history.at(f.bestStep())).testCost()).hasValue(f.bestTestCost());
        });
    }

    @Test
    void aNetworkThatIsTooSmallStopsWithAnswersThatAreNotGood() {
        assertThat(at("\"layers\": [2, 1, 1], \"activations\": [\"tanh\", \"sigmoid\"]", 0.3, 1000))
                .isInstanceOfSatisfying(Finding.TooSmall.class, f -> {
                    assertThat(f.hiddenUnits()).isEqualTo(1);
                    assertThat(f.accuracy().orElseThrow()).isLessThan(0.9);
                });
    }

    @Test
    void aDiagnosisOfThePastIsThatOfTheRunAtThatStep() {
        History history = Diagnosed.run(TANH, 0.3, 1000);
        Evidence then = Measurement.of(Past.of(history, 100), () -> {});
        Evidence now = Diagnosed.evidence(Diagnosed.run(TANH, 0.3, 100));
        assertThat(then).usingRecursiveComparison().isEqualTo(now);
        assertThat(Diagnosed.of(history)).isInstanceOf(Finding.Learned.class);
    }

    private static void advance(History history, int steps) {
        for (int i = 0; i < steps; i++) {
            history.advance();
        }
    }

    private static Tweak bias(int l, int j, double value) {
        return new Tweak(
                java.util.Map.of(),
                Tweak.Batch.NONE,
                java.util.Optional.empty(),
                List.of(),
                List.of(new Tweak.BiasValue(l, j, value)));
    }
}
