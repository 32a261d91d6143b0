package downhill.web;

import static downhill.web.TestApp.XOR;
import static downhill.web.TestApp.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What the instruments answer over HTTP, held against the frames of the same run. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InstrumentsTest {
    private final TestApp app = new TestApp();
    private final String run = app.create(XOR);

    InstrumentsTest() {
        app.post(run + "/steps", "{\"count\": 20}");
    }

    @AfterAll
    void close() {
        app.close();
    }

    private JsonNode frame(String of, int step) {
        return json(app.get(of + "/frames/" + step));
    }

    private JsonNode post(String path, String body) {
        HttpResponse<String> response = app.post(run + path, body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return json(response);
    }

    @Test
    void aBranchSharesThePastAndGoesItsOwnWay() {
        app.post(run + "/tweaks", "{\"optimizer\": {\"learningRate\": 1}}");
        HttpResponse<String> created =
                app.post(run + "/branches", "{\"step\": 12, \"tweak\": {\"optimizer\": {\"learningRate\": 5}}}");
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        JsonNode description = json(created);
        String branch = "/api/runs/" + description.get("id").stringValue();
        assertThat(created.headers().firstValue("Location")).contains(branch);
        assertThat("/api/runs/" + description.get("parent").stringValue()).isEqualTo(run);
        assertThat(description.get("state").stringValue()).isEqualTo("paused");
        assertThat(description.get("step").intValue()).isEqualTo(12);
        assertThat(description.get("tweaks").toString())
                .isEqualTo("[{\"step\":12,\"optimizer\":{\"learningRate\":5.0}}]");
        assertThat(frame(branch, 7)).isEqualTo(frame(run, 7));
        assertThat(frame(branch, 12).get("weights")).isEqualTo(frame(run, 12).get("weights"));
        assertThat(frame(branch, 12).get("biasUpdates"))
                .isNotEqualTo(frame(run, 12).get("biasUpdates"));
        app.post(branch + "/steps", "{\"count\": 1}");
        assertThat(frame(branch, 13).get("cost")).isNotEqualTo(frame(run, 13).get("cost"));
    }

    @Test
    void aBranchWithoutATweakGoesTheSameWay() {
        String branch = "/api/runs/"
                + json(app.post(run + "/branches", "{\"step\": 5}")).get("id").stringValue();
        app.post(branch + "/steps", "{\"count\": 6}");
        assertThat(frame(branch, 11)).isEqualTo(frame(run, 11));
    }

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
    void theAftermathOfAStepIsTheNextFrameAndItsPredictionIsAlongTheGradient() {
        JsonNode aftermath = TestApp.json(app.get(run + "/aftermath?step=9&example=2"));
        JsonNode frame = TestApp.json(app.get(run + "/frames/9"));
        JsonNode next = TestApp.json(app.get(run + "/frames/10?example=2"));
        assertThat(aftermath.get("cost").get("before")).isEqualTo(frame.get("cost"));
        assertThat(aftermath.get("cost").get("after")).isEqualTo(next.get("cost"));
        assertThat(aftermath.get("activations")).isEqualTo(next.get("activations"));
        double change = 0;
        for (String kind : List.of("weight", "bias")) {
            double[] gradients = numbers(frame.get(kind + "Gradients"));
            double[] updates = numbers(frame.get(kind + "Updates"));
            for (int i = 0; i < gradients.length; i++) {
                change += gradients[i] * updates[i];
            }
        }
        assertThat(aftermath.get("cost").get("predicted").doubleValue())
                .isCloseTo(frame.get("cost").doubleValue() + change, offset(1e-14));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'name': 'sgd', 'learningRate': 0.5, 'momentum': 0.9}",
                "{'name': 'sgd', 'learningRate': 0.5, 'momentum': 0.9, 'nesterov': true}",
                "{'name': 'sgd', 'learningRate': 0.5, 'momentum': 0.9, 'weightDecay': 0.01}",
                "{'name': 'rmsprop'}",
                "{'name': 'adagrad'}",
                "{'name': 'adam', 'weightDecay': 0.001}"
            })
    void whatTheOptimizerRemembersMakesTheUpdateOfTheGradient(String optimizer) {
        String own = app.create(XOR.replace("{\"learningRate\": 2}", optimizer.replace('\'', '"')));
        app.post(own + "/steps", "{\"count\": 6}");
        JsonNode frame = frame(own, 4);
        JsonNode told = json(app.get(own + "/optimizer?step=4"));
        double[] gradients = numbers(frame.get("weightGradients"));
        double[] weights = numbers(frame.get("weights"));
        double[] updates = numbers(frame.get("weightUpdates"));
        double decay = told.get("optimizer").get("weightDecay").doubleValue();
        for (int i = 0; i < updates.length; i++) {
            double u = ruled(told, i, gradients[i]);
            assertThat(u - decay * (weights[i] + u)).as("weight " + i).isCloseTo(updates[i], offset(1e-15));
        }
        double[] ofBiases = numbers(told.get("moments").get(0).get("biases"));
        assertThat(ofBiases).hasSize(numbers(frame.get("biases")).length);
        assertThat(Arrays.stream(ofBiases).anyMatch(remembered -> remembered != 0))
                .isTrue();
    }

    /** The update that a rule makes at step 4 of a gradient and of what is remembered, by its definition. */
    private static double ruled(JsonNode told, int i, double g) {
        JsonNode optimizer = told.get("optimizer");
        double rate = optimizer.get("learningRate").doubleValue();
        double first = numbers(told.get("moments").get(0).get("weights"))[i];
        double epsilon = optimizer.path("epsilon").doubleValue(0);
        return switch (optimizer.get("name").stringValue()) {
            case "rmsprop" -> {
                double rho = optimizer.get("decay").doubleValue();
                yield -rate * g / (Math.sqrt(rho * first + (1 - rho) * g * g) + epsilon);
            }
            case "adagrad" -> -rate * g / (Math.sqrt(first + g * g) + epsilon);
            case "adam" -> {
                double beta1 = optimizer.get("beta1").doubleValue();
                double beta2 = optimizer.get("beta2").doubleValue();
                double second = numbers(told.get("moments").get(1).get("weights"))[i];
                double m = (beta1 * first + (1 - beta1) * g) / (1 - Math.pow(beta1, 5));
                double s = (beta2 * second + (1 - beta2) * g * g) / (1 - Math.pow(beta2, 5));
                yield -rate * m / (Math.sqrt(s) + epsilon);
            }
            default -> {
                double momentum = optimizer.get("momentum").doubleValue();
                double v = momentum * first - rate * g;
                yield optimizer.has("nesterov") ? momentum * v - rate * g : v;
            }
        };
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

    @Test
    void aLandscapeHasTheStepInItsMiddleAndThePathEndsThere() {
        JsonNode landscape = json(app.get(run + "/landscape?step=9&directions=weights:0.0.1,1.0.0&span=2&size=5"));
        assertThat(landscape.get("alphas").toString()).isEqualTo("[-2.0,-1.0,0.0,1.0,2.0]");
        assertThat(landscape.get("betas")).isEqualTo(landscape.get("alphas"));
        assertThat(landscape.get("costs").get(2).get(2)).isEqualTo(frame(run, 9).get("trainCost"));
        JsonNode path = landscape.get("path");
        assertThat(path.size()).isEqualTo(10);
        assertThat(path.get(9).toString()).isEqualTo("[9,0.0,0.0]");
        assertThat(landscape.get("share").get("path").doubleValue()).isBetween(0.0, 1.0);
        assertThat(landscape.get("directions").toString())
                .isEqualTo("{\"name\":\"weights\",\"weights\":[[0,0,1],[1,0,0]]}");
        JsonNode nudge = post("/nudges", "{\"step\": 9, \"at\": [0, 0, 1], \"by\": 2}");
        assertThat(landscape.get("costs").get(4).get(2).doubleValue())
                .isCloseTo(nudge.get("cost").get("plus").doubleValue(), offset(1e-14));
    }

    @Test
    void aLandscapeOfSixtyOnePointsIsRandomUnlessSaidOtherwise() {
        JsonNode landscape = json(app.get(run + "/landscape"));
        assertThat(landscape.get("costs").size()).isEqualTo(61);
        assertThat(landscape.get("costs").get(60).size()).isEqualTo(61);
        assertThat(landscape.get("directions").get("name").stringValue()).isEqualTo("random");
        assertThat(json(app.get(run + "/landscape?directions=path"))
                        .get("directions")
                        .get("explained")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void aStreamedLandscapeGetsFinerAndEndsWithTheWholeOne() {
        String query = "/landscape?step=9&directions=path&size=21";
        try (TestApp.Events events = app.events(run + query)) {
            assertThat(events.status).isEqualTo(200);
            int before = 0;
            String last = "";
            for (TestApp.Event e = events.next().orElseThrow();
                    !e.name().equals("end");
                    e = events.next().orElseThrow()) {
                if (e.name().equals("landscape")) {
                    last = e.data();
                    int size = TestApp.tree(last).get("alphas").size();
                    assertThat(size).isGreaterThan(before);
                    before = size;
                }
            }
            assertThat(last).isEqualTo(app.get(run + query).body());
        }
    }

    @Test
    void aLandscapeIsNoLongerComputedWhenItsViewerHasGone() {
        String large = app.create("""
                {"data": {"name": "moons", "count": 2000}, "network": {"layers": [2, 200, 200, 1]}}""");
        try (TestApp.Events events = app.events(large + "/landscape?size=101")) {
            assertThat(events.next("landscape").data()).contains("alphas");
            assertThat(isSurveying()).isTrue();
            assertThat(app.post(large + "/pause", "").statusCode()).isEqualTo(200);
        }
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (isSurveying() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(10_000_000);
        }
        assertThat(isSurveying()).isFalse();
    }

    /** Whether any thread is busy with a landscape. */
    private static boolean isSurveying() {
        return Thread.getAllStackTraces().values().stream()
                .flatMap(Arrays::stream)
                .anyMatch(frame -> frame.getClassName().equals("downhill.insight.Survey"));
    }
}
