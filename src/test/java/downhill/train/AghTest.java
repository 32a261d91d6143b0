package downhill.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.descent.Optimizer;
import downhill.net.ExamplePass;
import downhill.net.NetworkSpec.Given;
import downhill.net.activation.Sigmoid;
import downhill.train.spec.Frozen;
import downhill.train.step.Run;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The classic illustrated example of a 2-3-2-1 network, held against reference/agh.json. */
class AghTest {
    private static final JsonNode AGH = Reference.read("agh.json");

    private static List<Double> values(String block, String... names) {
        JsonNode node = AGH.get("example").get(block);
        return Arrays.stream(names).map(name -> node.get(name).asDouble()).toList();
    }

    private static Run run() {
        JsonNode example = AGH.get("example");
        Specs specs = Specs.of(
                        new double[][] {
                            {
                                example.get("x").get(0).asDouble(),
                                example.get("x").get(1).asDouble()
                            }
                        },
                        new double[][] {{example.get("z").asDouble()}},
                        2,
                        3,
                        2,
                        1)
                .activations(new Sigmoid(), new Sigmoid(), new Sigmoid());
        specs.given = Optional.of(new Given(
                List.of(
                        List.of(
                                values("w_input", "w_x1_1", "w_x2_1"),
                                values("w_input", "w_x1_2", "w_x2_2"),
                                values("w_input", "w_x1_3", "w_x2_3")),
                        List.of(values("w_hidden", "w14", "w24", "w34"), values("w_hidden", "w15", "w25", "w35")),
                        List.of(values("w_output", "w46", "w56"))),
                List.of(List.of(0.0, 0.0, 0.0), List.of(0.0, 0.0), List.of(0.0))));
        specs.optimizer = Optimizer.sgd(example.get("eta").asDouble());
        specs.frozen = List.of(new Frozen.Biases());
        return specs.run();
    }

    private static void assertClose(double ours, JsonNode block, String name) {
        double expected = block.get(name).asDouble();
        assertThat(ours).as(name).isCloseTo(expected, within(1e-14 * Math.abs(expected)));
    }

    @Test
    void everyNeuronsOutputIsThePublishedOne() {
        ExamplePass pass = run().pass(0);
        JsonNode forward = AGH.get("forward");
        assertClose(pass.activations()[1][0], forward, "y1");
        assertClose(pass.activations()[1][1], forward, "y2");
        assertClose(pass.activations()[1][2], forward, "y3");
        assertClose(pass.activations()[2][0], forward, "y4");
        assertClose(pass.activations()[2][1], forward, "y5");
        assertClose(pass.activations()[3][0], forward, "y");
    }

    @Test
    void updatesAreTheTrueGradientNotTheWalkThroughsDeltasWithoutSlopes() {
        Run run = run();
        JsonNode updates = AGH.get("delta_w_true_gradient_of_half_squared_error");
        assertClose(run.weightUpdates(2)[0], updates, "w46");
        assertClose(run.weightUpdates(2)[1], updates, "w56");
        assertClose(run.weightUpdates(1)[0], updates, "w14");
        assertClose(run.weightUpdates(1)[4], updates, "w25");
        assertClose(run.weightUpdates(0)[0], updates, "w_x1_1");
        assertClose(run.weightUpdates(0)[5], updates, "w_x2_3");
    }

    @Test
    void theWalkThroughsUpdatesAreTooLargeByItsMissingSlopes() {
        Run run = run();
        JsonNode literal = AGH.get("delta_w_agh_literal");
        JsonNode ratio = AGH.get("ratio");
        assertThat(literal.get("w14").asDouble() / run.weightUpdates(1)[0])
                .isCloseTo(ratio.get("w14").asDouble(), within(1e-12));
        assertThat(literal.get("w_x1_1").asDouble() / run.weightUpdates(0)[0])
                .isCloseTo(ratio.get("w_x1_1").asDouble(), within(1e-12));
    }
}
