package downhill.web;

import static downhill.web.TestApp.XOR;
import static downhill.web.TestApp.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The memory of an optimizer, held against the updates of its frames by the rule's definition. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OptimizerTest {
    private final TestApp app = new TestApp();

    @AfterAll
    void close() {
        app.close();
    }

    private JsonNode frame(String of, int step) {
        return json(app.get(of + "/frames/" + step));
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
        JsonNode description = json(app.get(own + "/optimizer?step=4"));
        double[] gradients = numbers(frame.get("weightGradients"));
        double[] weights = numbers(frame.get("weights"));
        double[] updates = numbers(frame.get("weightUpdates"));
        double decay = description.get("optimizer").get("weightDecay").doubleValue();
        for (int i = 0; i < updates.length; i++) {
            double u = ruled(description, i, gradients[i]);
            assertThat(u - decay * (weights[i] + u)).as("weight " + i).isCloseTo(updates[i], offset(1e-15));
        }
        double[] ofBiases = numbers(description.get("moments").get(0).get("biases"));
        assertThat(ofBiases).hasSize(numbers(frame.get("biases")).length);
        assertThat(Arrays.stream(ofBiases).anyMatch(remembered -> remembered != 0))
                .isTrue();
    }

    /** The update that a rule makes at step 4 of a gradient and of what is remembered, by its definition. */
    private static double ruled(JsonNode description, int i, double g) {
        JsonNode optimizer = description.get("optimizer");
        double rate = optimizer.get("learningRate").doubleValue();
        double first = numbers(description.get("moments").get(0).get("weights"))[i];
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
                double second = numbers(description.get("moments").get(1).get("weights"))[i];
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
}
