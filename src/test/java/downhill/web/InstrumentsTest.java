package downhill.web;

import static downhill.web.TestApp.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The instruments' answers over HTTP, held against the frames of the same run. */
class InstrumentsTest extends TrainedXor {
    @Test
    void aNudgeTellsTheCostThatABranchWithThatWeightHas() {
        JsonNode nudge = post("/nudges", "{\"step\": 9, \"at\": [0, 1, 0], \"by\": 0.25}");
        JsonNode frame = frame(run, 9);
        assertThat(nudge.get("cost").get("at")).isEqualTo(frame.get("cost"));
        assertThat(nudge.get("gradient"))
                .isEqualTo(frame.get("weightGradients").get(0).get(1).get(0));
        double w = frame.get("weights").get(0).get(1).get(0).doubleValue();
        assertThat(nudge.get("cost").get("plus")).isEqualTo(costWith(w + 0.25));
        assertThat(nudge.get("cost").get("minus")).isEqualTo(costWith(w - 0.25));
    }

    private JsonNode costWith(double weight) {
        JsonNode branch = json(app.post(
                run + "/branches",
                "{\"step\": 9, \"tweak\": {\"weights\": [{\"at\": [0, 1, 0], \"value\": " + weight + "}]}}"));
        return branch.get("cost");
    }

    @Test
    void aSmallNudgesQuotientIsTheGradient() {
        JsonNode nudge = post("/nudges", "{\"at\": [1, 0, 1], \"by\": 6e-6}");
        double gradient = nudge.get("gradient").doubleValue();
        assertThat(nudge.get("quotients").get("central").doubleValue()).isCloseTo(gradient, offset(1e-9));
        assertThat(nudge.get("quotients").get("forward").doubleValue()).isCloseTo(gradient, offset(1e-5));
    }

    @Test
    void theEffectOfAnUpdateIsTheNextFrameAndItsPredictionIsAlongTheGradient() {
        JsonNode updateEffect = TestApp.json(app.get(run + "/aftermath?step=9&example=2"));
        JsonNode frame = TestApp.json(app.get(run + "/frames/9"));
        JsonNode next = TestApp.json(app.get(run + "/frames/10?example=2"));
        assertThat(updateEffect.get("cost").get("before")).isEqualTo(frame.get("cost"));
        assertThat(updateEffect.get("cost").get("after")).isEqualTo(next.get("cost"));
        assertThat(updateEffect.get("activations")).isEqualTo(next.get("activations"));
        double change = 0;
        for (String kind : List.of("weight", "bias")) {
            double[] gradients = numbers(frame.get(kind + "Gradients"));
            double[] updates = numbers(frame.get(kind + "Updates"));
            for (int i = 0; i < gradients.length; i++) {
                change += gradients[i] * updates[i];
            }
        }
        assertThat(updateEffect.get("cost").get("predicted").doubleValue())
                .isCloseTo(frame.get("cost").doubleValue() + change, offset(1e-14));
    }

    @Test
    void theEffectOfAMiniBatchHasTheCostOfAllExamplesToo() {
        assertThat(json(app.get(run + "/aftermath")).has("all")).isFalse();
        String few = "/api/runs/" + json(app.post("/api/runs", """
                    {"seed": 5, "data": {"name": "xor"}, "network": {"layers": [2, 3, 1]}, "batch": {"size": 2}}""")).get("id").stringValue();
        app.post(few + "/steps", "{\"count\": 1}");
        JsonNode all = json(app.get(few + "/aftermath?step=0")).get("all");
        assertThat(all.get("before")).isEqualTo(frame(few, 0).get("trainCost"));
        assertThat(all.get("after")).isEqualTo(frame(few, 1).get("trainCost"));
    }

    /** Every number in a tree of arrays, in order. */
    private static double[] numbers(JsonNode node) {
        return node.isNumber()
                ? new double[] {node.doubleValue()}
                : node.valueStream()
                        .flatMapToDouble(n -> Arrays.stream(numbers(n)))
                        .toArray();
    }

    @Test
    void predictionsForTheTrainingInputsAreTheFramesActivations() {
        JsonNode made = post("/predictions", "{\"step\": 14, \"inputs\": [[0, 0], [0, 1], [1, 0], [1, 1]]}");
        assertThat(made.get("outputs").size()).isEqualTo(4);
        for (int e = 0; e < 4; e++) {
            JsonNode shown = json(app.get(run + "/frames/14?example=" + e)).get("activations");
            assertThat(made.get("activations").get(e)).isEqualTo(shown);
            assertThat(made.get("outputs").get(e)).isEqualTo(shown.get(2));
        }
    }

    @Test
    void aNeuronIsItsRowAndItsColumnOfTheFrame() {
        JsonNode neuron = json(app.get(run + "/neurons/1/1?step=8&example=2"));
        JsonNode frame = json(app.get(run + "/frames/8?example=2"));
        assertThat(neuron.get("example").intValue()).isEqualTo(2);
        assertThat(neuron.get("preActivation"))
                .isEqualTo(frame.get("preActivations").get(0).get(1));
        assertThat(neuron.get("activation"))
                .isEqualTo(frame.get("activations").get(1).get(1));
        assertThat(neuron.get("delta")).isEqualTo(frame.get("deltas").get(0).get(1));
        assertThat(neuron.get("step").intValue()).isEqualTo(8);
        assertThat(neuron.get("weights")).isEqualTo(frame.get("weights").get(0).get(1));
        assertThat(neuron.get("weightGradients"))
                .isEqualTo(frame.get("weightGradients").get(0).get(1));
        assertThat(neuron.get("weightUpdates"))
                .isEqualTo(frame.get("weightUpdates").get(0).get(1));
        assertThat(neuron.get("bias")).isEqualTo(frame.get("biases").get(0).get(1));
        assertThat(neuron.get("biasGradient"))
                .isEqualTo(frame.get("biasGradients").get(0).get(1));
        assertThat(neuron.get("biasUpdate"))
                .isEqualTo(frame.get("biasUpdates").get(0).get(1));
        assertThat(neuron.get("outgoingWeights").size()).isEqualTo(1);
        assertThat(neuron.get("outgoingWeights").get(0))
                .isEqualTo(frame.get("weights").get(1).get(0).get(1));
        assertThat(json(app.get(run + "/neurons/2/0")).get("outgoingWeights").size())
                .isZero();
    }

    @Test
    void aNeuronsWeightsAreRoundedForDrawing() {
        JsonNode exact = json(app.get(run + "/neurons/1/1?step=8"));
        JsonNode drawn = json(app.get(run + "/neurons/1/1?step=8&digits=3"));
        for (String name : List.of("weights", "weightGradients", "weightUpdates", "outgoingWeights")) {
            for (int k = 0; k < exact.get(name).size(); k++) {
                double number = exact.get(name).get(k).doubleValue();
                assertThat(drawn.get(name).get(k).doubleValue())
                        .isEqualTo(Double.parseDouble(String.format(Locale.ROOT, "%.2e", number)));
            }
        }
    }

    @Test
    void aBiasIsNudgedAsAWeightIs() {
        JsonNode frame = frame(run, 9);
        JsonNode nudge = post("/nudges", "{\"step\": 9, \"at\": [0, 1], \"by\": 6e-6}");
        assertThat(nudge.get("gradient"))
                .isEqualTo(frame.get("biasGradients").get(0).get(1));
        assertThat(nudge.get("quotients").get("central").doubleValue())
                .isCloseTo(nudge.get("gradient").doubleValue(), offset(1e-9));
        JsonNode shares = json(app.get(run + "/biases/0/1/examples?step=9"));
        assertThat(shares.get("reduced")).isEqualTo(nudge.get("gradient"));
        assertThat(shares.get("examples").size()).isEqualTo(4);
        assertThat(app.get(run + "/biases/0/9/examples").statusCode()).isEqualTo(404);
    }

    @Test
    void theExamplesOfAWeightMakeTheFramesGradient() {
        JsonNode shares = json(app.get(run + "/weights/0/1/0/examples?step=8"));
        JsonNode gradient = frame(run, 8).get("weightGradients").get(0).get(1).get(0);
        assertThat(shares.get("reduced")).isEqualTo(gradient);
        double sum = 0;
        for (int e = 0; e < 4; e++) {
            assertThat(shares.get("examples").get(e).get("example").intValue()).isEqualTo(e);
            sum += shares.get("examples").get(e).get("gradient").doubleValue();
        }
        assertThat(sum / 4).isCloseTo(gradient.doubleValue(), offset(1e-15));
    }

    @Test
    void aGradientCheckTriesEveryWeightAndTellsWhatItTook() {
        JsonNode check = post("/gradient-check", "{\"step\": 3}");
        assertThat(check.get("weights").size()).isEqualTo(6);
        assertThat(check.get("weights").get(5).get("at").toString()).isEqualTo("[1,0,1]");
        assertThat(check.get("largestRelativeError").doubleValue()).isBetween(0.0, 1e-5);
        assertThat(check.get("backpropagation").get("passes").intValue()).isEqualTo(2);
        JsonNode differences = check.get("differences");
        assertThat(differences.get("passes").intValue()).isEqualTo(12);
        assertThat(differences.get("milliseconds").doubleValue()).isPositive();
        assertThat(differences.get("extrapolated")).isEqualTo(differences.get("milliseconds"));
        assertThat(post("/gradient-check", "{\"sample\": 2}").get("weights").size())
                .isEqualTo(2);
    }
}
