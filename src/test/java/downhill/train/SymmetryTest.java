package downhill.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.data.DataSets;
import downhill.data.DataSpec;
import downhill.descent.rule.Sgd;
import downhill.net.NetworkSpec.Given;
import downhill.net.activation.Sigmoid;
import downhill.train.spec.BatchSpec.Reduce;
import downhill.train.step.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/**
 * Held against reference/symmetry.json: the mirror symmetry network of Rumelhart, Hinton and Williams (1986), trained with
 * the paper's settings from the initial weights that the file describes.
 */
class SymmetryTest {
    private static final JsonNode SYMMETRY = Reference.read("symmetry.json");

    private static Specs specs(Given given) {
        DataSpec.BuiltIn standard = DataSets.named("symmetry").orElseThrow().standard(1);
        var data = DataSets.build(standard, 1);
        Specs specs = Specs.of(rows(data.inputs(), 6), rows(data.targets(), 1), 6, 2, 1)
                .activations(new Sigmoid(), new Sigmoid())
                .rule(new Sgd(0.9, false), 0.1)
                .batch(0, false, Reduce.SUM);
        specs.given = Optional.of(given);
        return specs;
    }

    private static double[][] rows(double[] flat, int width) {
        double[][] rows = new double[flat.length / width][];
        for (int e = 0; e < rows.length; e++) {
            rows[e] = java.util.Arrays.copyOfRange(flat, e * width, (e + 1) * width);
        }
        return rows;
    }

    /** The file's generator: hidden neuron after hidden neuron, its weights and then its bias, then the output neuron. */
    private static Given drawn(int seed) {
        Random random = new Random(seed);
        List<List<Double>> hidden = new ArrayList<>();
        List<Double> biases = new ArrayList<>();
        for (int j = 0; j < 2; j++) {
            hidden.add(draw(random, 6));
            biases.addAll(draw(random, 1));
        }
        List<Double> output = draw(random, 2);
        return new Given(List.of(hidden, List.of(output)), List.of(biases, draw(random, 1)));
    }

    private static List<Double> draw(Random random, int count) {
        List<Double> drawn = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            drawn.add((2 * random.nextDouble() - 1) * 0.3);
        }
        return drawn;
    }

    /** The largest distance of an output from its target. */
    private static double largestError(Run run) {
        double largest = 0;
        for (int e = 0; e < 64; e++) {
            double error = run.pass(e).activations()[2][0] - run.data().targets()[e];
            largest = Math.max(largest, Math.abs(error));
        }
        return largest;
    }

    @TestFactory
    List<DynamicTest> everySeedSolvesItAfterThePublishedSweepsWithThePublishedWeights() {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode published : SYMMETRY.get("seeds_0_19")) {
            int half = published.get("first_all_right_side_of_half").asInt();
            int fifth = published.get("first_all_within_0_2").asInt();
            int seed = published.get("seed").asInt();
            tests.add(DynamicTest.dynamicTest(
                    "seed " + seed, fifth < 0 ? () -> checkUnsolved(seed) : () -> check(seed, half, fifth, published)));
        }
        return tests;
    }

    private static void check(int seed, int half, int fifth, JsonNode published) {
        Run run = specs(drawn(seed)).run();
        advance(run, half - 1);
        assertThat(largestError(run)).isGreaterThanOrEqualTo(0.5);
        advance(run, half);
        assertThat(largestError(run)).isLessThan(0.5);
        advance(run, fifth - 1);
        assertThat(largestError(run)).isGreaterThanOrEqualTo(0.2);
        advance(run, fifth);
        assertThat(largestError(run)).isLessThan(0.2);
        for (int j = 0; j < 2; j++) {
            JsonNode weights = published.get("hidden_at_0_2").get(j);
            for (int k = 0; k < 6; k++) {
                assertThat(run.weights(0)[j * 6 + k]).isCloseTo(weights.get(k).asDouble(), within(5.1e-7));
            }
            assertThat(run.biases(0)[j]).isCloseTo(weights.get(6).asDouble(), within(5.1e-7));
            assertThat(run.weights(1)[j])
                    .isCloseTo(published.get("output_at_0_2").get(j).asDouble(), within(5.1e-7));
        }
        assertThat(run.biases(1)[0])
                .isCloseTo(published.get("output_at_0_2").get(2).asDouble(), within(5.1e-7));
    }

    private static void checkUnsolved(int seed) {
        Run run = specs(drawn(seed)).run();
        for (int step = 0; step <= 20_000; step += 1000) {
            advance(run, step);
            assertThat(largestError(run)).isGreaterThan(0.5);
        }
    }

    private static void advance(Run run, int step) {
        while (run.step() < step) {
            run.advance();
        }
    }

    @Test
    void theErrorFallsAsPublished() {
        JsonNode trace = SYMMETRY.get("trace_seed9_E");
        Run run = specs(drawn(9)).run();
        int compared = 0;
        for (int step = 0; step <= 2000; step++) {
            advance(run, step);
            JsonNode expected = trace.get(Integer.toString(step));
            if (expected != null) {
                assertThat(run.cost()).isCloseTo(expected.asDouble(), within(1e-9));
                compared++;
            }
        }
        assertThat(compared).isEqualTo(9);
    }

    @Test
    void thePapersOwnWeightsAreRightOnAll64Patterns() {
        JsonNode figure = SYMMETRY.get("figure1");
        List<List<Double>> hidden = new ArrayList<>();
        figure.get("hidden_weights").forEach(row -> hidden.add(doubles(row)));
        Run run = specs(new Given(
                        List.of(hidden, List.of(doubles(figure.get("output_weights")))),
                        List.of(
                                doubles(figure.get("hidden_bias")),
                                List.of(figure.get("output_bias").asDouble()))))
                .run();
        assertThat(run.evaluateTraining().right()).hasValue(64);
        assertThat(run.cost()).isCloseTo(figure.get("E").asDouble(), within(1e-14));
        for (int e = 0; e < 64; e++) {
            String pattern = "%6s".formatted(Integer.toBinaryString(e)).replace(' ', '0');
            assertThat(run.pass(e).activations()[2][0])
                    .isCloseTo(figure.get("outputs").get(pattern).asDouble(), within(1e-15));
        }
    }

    private static List<Double> doubles(JsonNode array) {
        List<Double> values = new ArrayList<>();
        array.forEach(value -> values.add(value.asDouble()));
        return values;
    }
}
