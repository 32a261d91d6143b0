package downhill.course.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.course.Lesson;
import downhill.course.reading.CourseReader;
import downhill.course.text.Content;
import downhill.insight.UpdateEffect;
import downhill.math.Elementary;
import downhill.net.ExamplePass;
import downhill.train.history.History;
import downhill.train.spec.Tweak;
import downhill.train.step.Run;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds every number that the lesson "Layer by layer" claims in words, by the engine and by the published examples. */
class LayerByLayerClaimsTest {
    private static final Lesson LESSON = CourseReader.read(Content.in(Path.of("content")), "")
            .lesson("layer-by-layer")
            .orElseThrow();
    private static final double RATE = 0.5;

    private static JsonNode reference(String file) {
        try (InputStream in = LayerByLayerClaimsTest.class.getResourceAsStream("/reference/" + file)) {
            return JsonMapper.shared().readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Run run(String name) {
        return LESSON.start(name, OptionalInt.empty()).newest();
    }

    private static Run after(String name, int steps) {
        return LESSON.start(name, OptionalInt.of(steps)).newest();
    }

    private static void assertPrinted(double ours, String printed) {
        assertThat(new BigDecimal(ours)
                        .setScale(new BigDecimal(printed).scale(), RoundingMode.HALF_UP)
                        .toPlainString())
                .isEqualTo(printed);
    }

    @Test
    void everyDigitUpToTheNewWeightsIsOnMazursPage() {
        JsonNode page = reference("mazur.json").get("published");
        Run run = run("classic");
        ExamplePass pass = run.pass(0);
        assertPrinted(pass.preActivations()[0][0], page.get("net_h1").asString());
        assertPrinted(pass.activations()[1][1], page.get("out_h2").asString());
        assertPrinted(pass.activations()[2][0], page.get("out_o1").asString());
        assertPrinted(pass.activations()[2][1], page.get("out_o2").asString());
        assertPrinted(run.cost(), page.get("E").asString());
        Run next = after("classic", 1);
        for (int i = 0; i < 8; i++) {
            assertPrinted(next.weights(i / 4)[i % 4], page.get("w" + (i + 1)).asString());
        }
    }

    @Test
    void frozenBiasesStay() {
        Run run = after("classic", 20);
        assertThat(run.biases(0)).containsExactly(0.35, 0.35);
        assertThat(run.biases(1)).containsExactly(0.6, 0.6);
    }

    @Test
    void theFirstOutputCountsMoreThanElevenTimesAsMuch() {
        double[] outputs = run("classic").pass(0).activations()[2];
        assertThat(outputs[0] - 0.01).isCloseTo(0.74, within(0.005));
        assertThat(0.99 - outputs[1]).isCloseTo(0.22, within(0.005));
        double ratio = Math.pow((outputs[0] - 0.01) / (outputs[1] - 0.99), 2);
        assertThat(ratio).isBetween(11.0, 12.0);
    }

    @Test
    void aLargerErrorHasASmallerDeltaAndTurnsTheHiddenDeltas() {
        ExamplePass before = run("classic").pass(0);
        ExamplePass now = run("certain").pass(0);
        assertPrinted(before.activations()[2][0] - 0.01, "0.741");
        assertPrinted(now.activations()[2][0] - 0.01, "0.986");
        assertPrinted(before.deltas()[1][0], "0.138");
        assertThat(now.deltas()[1][0]).isBetween(0.0, 0.005);
        double printed = new BigDecimal(now.activations()[2][0])
                .setScale(6, RoundingMode.HALF_UP)
                .doubleValue();
        assertPrinted(0.986 * printed * (1 - printed), "0.00397");
        assertPrinted(now.deltas()[1][0], "0.00397");
        assertThat(Arrays.stream(before.deltas()[0]).min().orElseThrow()).isPositive();
        assertThat(Arrays.stream(now.deltas()[0]).max().orElseThrow()).isNegative();
    }

    @Test
    void theDeepNetworkIsThatOfTheReference() {
        JsonNode agh = reference("agh.json");
        ExamplePass pass = run("deep").pass(0);
        assertThat(pass.activations()[3][0])
                .isCloseTo(agh.get("forward").get("y").asDouble(), within(1e-14));
        JsonNode updates = agh.get("delta_w_true_gradient_of_half_squared_error");
        double x1 = agh.get("example").get("x").get(0).asDouble();
        assertThat(-RATE * pass.deltas()[0][0] * x1)
                .isCloseTo(updates.get("w_x1_1").asDouble(), within(1e-15));
        assertThat(-RATE * pass.deltas()[1][0] * pass.activations()[1][0])
                .isCloseTo(updates.get("w14").asDouble(), within(1e-15));
        assertThat(pass.deltas()[1][0]).isNegative();
        assertThat(pass.deltas()[1][1]).isPositive();
    }

    /** The hidden deltas that one gets with these weights of the last layer, and all else as it was. */
    private static double[] hiddenDeltas(ExamplePass pass, double[] last) {
        return IntStream.range(0, 2)
                .mapToDouble(k -> {
                    double a = pass.activations()[1][k];
                    return (last[k] * pass.deltas()[1][0] + last[2 + k] * pass.deltas()[1][1]) * a * (1 - a);
                })
                .toArray();
    }

    private static double cost(double[] first, double[] last) {
        double[] x = {0.05, 0.10};
        double[] y = {0.01, 0.99};
        double[] hidden = layer(first, x, 0.35);
        double[] outputs = layer(last, hidden, 0.60);
        return IntStream.range(0, 2)
                .mapToDouble(j -> Math.pow(outputs[j] - y[j], 2) / 2)
                .sum();
    }

    private static double[] layer(double[] weights, double[] in, double bias) {
        return IntStream.range(0, 2)
                .mapToDouble(j ->
                        1 / (1 + Elementary.exp(-(weights[2 * j] * in[0] + weights[2 * j + 1] * in[1] + bias))))
                .toArray();
    }

    @Test
    void mazursPrintedCostComesFromHiddenDeltasOfNoNetwork() {
        Run old = run("classic");
        Run next = after("classic", 1);
        ExamplePass pass = old.pass(0);
        double[] mixed = hiddenDeltas(pass, next.weights(1));
        double[] first = old.weights(0);
        double[] x = {0.05, 0.10};
        for (int i = 0; i < 4; i++) {
            first[i] -= RATE * mixed[i / 2] * x[i % 2];
        }
        assertPrinted(cost(first, next.weights(1)), "0.291027924");
        assertPrinted(next.cost(), "0.291027774");
        assertPrinted(cost(next.weights(0), next.weights(1)), "0.291027774");
        for (ExamplePass network : List.of(pass, next.pass(0))) {
            assertThat(mixed[0]).isNotCloseTo(network.deltas()[0][0], within(1e-4));
            assertThat(mixed[1]).isNotCloseTo(network.deltas()[0][1], within(1e-4));
        }
    }

    private static double shareOfPredicted(Run run) {
        UpdateEffect after = UpdateEffect.of(run, 0);
        return (after.after() - after.before()) / (after.predicted() - after.before());
    }

    @Test
    void theCostFallsMoreThanPredictedAtFirstAndLessAfterTwentySteps() {
        assertThat(shareOfPredicted(run("classic"))).isGreaterThan(1.004);
        assertThat(shareOfPredicted(after("classic", 20))).isLessThan(0.995);
    }

    @Test
    void aRateOfHundredPredictsACostBelowZero() {
        History history = LESSON.start("classic", OptionalInt.empty());
        history.tweak(Tweak.learningRate(100));
        UpdateEffect after = UpdateEffect.of(history.newest(), 0);
        assertPrinted(after.predicted() - after.before(), "-1.46");
        assertThat(after.predicted()).isNegative();
        assertThat(after.after()).isPositive();
    }

    @Test
    void theExampleOfZerosPullsNoWeightOfTheBatch() {
        Run run = run("batch");
        assertThat(run.data().inputs()).startsWith(0, 0);
        ExamplePass zeros = run.pass(0);
        assertThat(zeros.activations()[1]).containsOnly(0);
        assertThat(zeros.deltas()[1]).doesNotContain(0);
        for (int example = 1; example < 4; example++) {
            assertThat(run.pass(example).activations()[1]).doesNotContain(0);
        }
    }

    @Test
    void aMiniBatchStepLowersItsOwnCostAndRaisesThatOfAll() {
        Run run = run("few");
        assertThat(run.batch()).containsExactly(0, 1);
        assertThat(Arrays.copyOf(run.data().targets(), 2)).containsOnly(0);
        UpdateEffect after = UpdateEffect.of(run, 0);
        assertThat(after.after()).isLessThan(after.before());
        UpdateEffect.OfAll all = after.all().orElseThrow();
        assertThat(all.after()).isGreaterThan(all.before());
        for (int example = 0; example < 4; example++) {
            assertThat(UpdateEffect.of(run, example).pass().activations()[2][0])
                    .isLessThan(run.pass(example).activations()[2][0]);
        }
        Run later = after("few", 2000);
        assertThat(UpdateEffect.of(later, 0).all().orElseThrow().before()).isLessThan(all.before() / 10);
    }

    @Test
    void aPathCutByZerosOpensAfterOneStep() {
        History history = LESSON.start("classic", OptionalInt.empty());
        history.tweak(new Tweak(
                Map.of(),
                Tweak.Batch.NONE,
                Optional.empty(),
                List.of(
                        new Tweak.WeightValue(1, 0, 0, 0),
                        new Tweak.WeightValue(1, 0, 1, 0),
                        new Tweak.WeightValue(1, 1, 0, 0),
                        new Tweak.WeightValue(1, 1, 1, 0)),
                List.of()));
        assertThat(history.newest().weightGradients(0)).containsOnly(0);
        assertThat(history.newest().cost()).isGreaterThan(0.1);
        double[] first = history.newest().weights(0);
        history.advance();
        assertThat(history.newest().weights(0)).containsExactly(first);
        assertThat(history.newest().weightGradients(0)).doesNotContain(0);
    }
}
