package downhill.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.descent.Optimizer;
import downhill.net.ExamplePass;
import downhill.net.NetworkSpec.Given;
import downhill.net.activation.Sigmoid;
import downhill.train.spec.Frozen;
import downhill.train.step.Run;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/**
 * Held against reference/mazur.json. The published weights and the repository's errors are those of simultaneous updates with
 * fixed biases, which is what these tests compare; two published errors are not, see the file's inconsistencies.
 */
class MazurTest {
    private static final JsonNode MAZUR = Reference.read("mazur.json");

    private static double input(String name) {
        return MAZUR.get("inputs").get(name).asDouble();
    }

    private static List<Double> inputs(String... names) {
        return java.util.Arrays.stream(names).map(MazurTest::input).toList();
    }

    private static Specs specs(boolean biasesFrozen) {
        Specs specs = Specs.of(new double[][] {{0, 0}}, new double[][] {{0, 0}}, 2, 2, 2)
                .activations(new Sigmoid(), new Sigmoid());
        specs.inputs = List.of(inputs("i1", "i2"));
        specs.targets = List.of(inputs("t1", "t2"));
        specs.given = Optional.of(new Given(
                List.of(
                        List.of(inputs("w1", "w2"), inputs("w3", "w4")),
                        List.of(inputs("w5", "w6"), inputs("w7", "w8"))),
                List.of(inputs("b1", "b1"), inputs("b2", "b2"))));
        specs.optimizer = Optimizer.sgd(input("eta"));
        specs.frozen = biasesFrozen ? List.of(new Frozen.Biases()) : List.of();
        return specs;
    }

    /** Our numbers by the names of the worked example. */
    private static Map<String, Double> numbers(Run run) {
        ExamplePass pass = run.pass(0);
        Map<String, Double> numbers = new HashMap<>();
        for (int j = 0; j < 2; j++) {
            double error = pass.activations()[2][j] - run.data().targets()[j];
            numbers.put("net_h" + (j + 1), pass.preActivations()[0][j]);
            numbers.put("net_o" + (j + 1), pass.preActivations()[1][j]);
            numbers.put("out_h" + (j + 1), pass.activations()[1][j]);
            numbers.put("out_o" + (j + 1), pass.activations()[2][j]);
            numbers.put("E_o" + (j + 1), error * error / 2);
            numbers.put("delta_h" + (j + 1), pass.deltas()[0][j]);
            numbers.put("delta_o" + (j + 1), pass.deltas()[1][j]);
            numbers.put("b_h" + (j + 1), run.biasGradients(0)[j]);
            numbers.put("b_o" + (j + 1), run.biasGradients(1)[j]);
        }
        numbers.put("E", run.cost());
        for (int i = 0; i < 4; i++) {
            numbers.put("w" + (i + 1), run.weightGradients(0)[i]);
            numbers.put("w" + (i + 5), run.weightGradients(1)[i]);
        }
        return numbers;
    }

    private static void assertSame(JsonNode expected, Map<String, Double> ours, List<String> names) {
        for (String name : names) {
            String published = expected.get(name).asString();
            assertThat(Reference.rounded(java.util.Objects.requireNonNull(ours.get(name)), published))
                    .as(name)
                    .isEqualTo(published);
        }
    }

    /** Fifty-digit numbers cut to sixteen decimals, against doubles: equal within two units in the last place. */
    private static void assertExact(JsonNode expected, Map<String, Double> ours, List<String> names) {
        for (String name : names) {
            assertThat(ours.get(name)).as(name).isCloseTo(expected.get(name).asDouble(), within(2.5e-16));
        }
    }

    private static final List<String> FORWARD = List.of(
            "net_h1", "net_h2", "out_h1", "out_h2", "net_o1", "net_o2", "out_o1", "out_o2", "E_o1", "E_o2", "E");

    @Test
    void forwardPassHasSixteenDecimals() {
        assertExact(MAZUR.get("forward"), numbers(specs(true).run()), FORWARD);
    }

    @Test
    void gradientsAndDeltasHaveSixteenDecimals() {
        Map<String, Double> ours = numbers(specs(true).run());
        assertExact(
                MAZUR.get("gradients"),
                ours,
                List.of("w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8", "b_h1", "b_h2", "b_o1", "b_o2"));
        assertExact(MAZUR.get("intermediate"), ours, List.of("delta_o1", "delta_o2", "delta_h1", "delta_h2"));
    }

    @Test
    void publishedNumbersOfTheForwardPassHold() {
        assertSame(
                MAZUR.get("published"),
                numbers(specs(true).run()),
                List.of("net_h1", "out_h1", "out_h2", "net_o1", "out_o1", "out_o2", "E_o1", "E_o2", "E"));
    }

    @Test
    void publishedWeightsAreThoseOfOneSimultaneousUpdate() {
        Run run = specs(true).run();
        double[] gradients = run.weightGradients(1);
        assertThat(Reference.rounded(gradients[0], "0.082167041")).isEqualTo("0.082167041");
        run.advance();
        for (int i = 0; i < 8; i++) {
            String name = "w" + (i + 1);
            double weight = run.weights(i / 4)[i % 4];
            String published = MAZUR.get("published").get(name).asString();
            assertThat(Reference.rounded(weight, published)).isEqualTo(published);
            assertExact(MAZUR.get("after_one_step"), Map.of(name, weight), List.of(name));
        }
        assertThat(run.biases(0)).containsExactly(0.35, 0.35);
        assertThat(run.biases(1)).containsExactly(0.6, 0.6);
    }

    @TestFactory
    List<DynamicTest> errorAndOutputsAfterManyUpdates() {
        return List.of(
                DynamicTest.dynamicTest("fixed biases", () -> compare("simultaneous", true)),
                DynamicTest.dynamicTest("a bias for each neuron", () -> compare("bias_per_neuron", false)));
    }

    private static void compare(String series, boolean biasesFrozen) {
        JsonNode expected = MAZUR.get("runs_after_n_updates").get(series);
        Run run = specs(biasesFrozen).run();
        int compared = 0;
        for (int step = 0; step <= 10_001; step++) {
            JsonNode at = expected.get(Integer.toString(step));
            if (at != null) {
                Map<String, Double> ours = numbers(run);
                assertClose(ours, "E", at.get("E").asDouble());
                assertClose(ours, "out_o1", at.get("o1").asDouble());
                assertClose(ours, "out_o2", at.get("o2").asDouble());
                compared++;
            }
            run.advance();
        }
        assertThat(compared).isEqualTo(10);
    }

    private static void assertClose(Map<String, Double> ours, String name, double expected) {
        assertThat(ours.get(name)).as(name).isCloseTo(expected, within(2e-13 * Math.abs(expected)));
    }
}
