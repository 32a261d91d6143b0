package downhill.web;

import static downhill.web.TestApp.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** The times that the server measures, and an output followed back to the inputs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TimingTest {
    private static final String DIGITS = """
            {"seed": 4, "data": {"name": "digits", "count": 60, "testShare": 0.5},
             "network": {"layers": [784, 6, 10], "activations": ["relu", "softmax"]}, "cost": "cross-entropy",
             "batch": {"size": 10}, "optimizer": {"learningRate": 0.1}}""";

    private final TestApp app = new TestApp();

    @AfterAll
    void close() {
        app.close();
    }

    @Test
    @Timeout(20)
    void theSpeedIsThatOfTheStepsSoFar() {
        String run = app.create(DIGITS);
        JsonNode before = json(app.get(run + "/speed"));
        assertThat(before.get("stepsPerSecond").doubleValue()).isZero();
        assertThat(before.get("weights").intValue()).isEqualTo(784 * 6 + 60);
        app.post(run + "/play", "{\"stepsPerSecond\": 50}");
        while (json(app.get(run + "/speed")).get("stepsPerSecond").doubleValue() == 0) {
            Thread.onSpinWait();
        }
        app.post(run + "/pause", "{}");
        JsonNode after = json(app.get(run + "/speed"));
        double perSecond = after.get("stepsPerSecond").doubleValue();
        assertThat(perSecond).isPositive();
        assertThat(after.get("weightsPerSecond").doubleValue()).isEqualTo((784 * 6 + 60) * perSecond);
        String frame = run + "/frames/" + after.get("step") + "?evaluate=true";
        assertThat(after.get("testAccuracy")).isEqualTo(json(app.get(frame)).get("testAccuracy"));
    }

    @Test
    void withoutHeldOutExamplesThereIsNoShareOfThem() {
        String run = app.create(DIGITS.replace("0.5}", "0}"));
        assertThat(json(app.get(run + "/speed")).get("testAccuracy").isNull()).isTrue();
    }

    @Test
    void aStepHasThreeTimesAndTheirSum() {
        String run = app.create(DIGITS);
        app.post(run + "/steps", "{\"count\": 3}");
        JsonNode times = json(app.get(run + "/step-times?step=2"));
        assertThat(times.get("step").intValue()).isEqualTo(2);
        assertThat(times.get("examples").intValue()).isEqualTo(10);
        assertThat(times.get("parameters").intValue()).isEqualTo(784 * 6 + 60 + 16);
        JsonNode milliseconds = times.get("milliseconds");
        double forward = milliseconds.get("forward").doubleValue();
        double sum = forward
                + milliseconds.get("backward").doubleValue()
                + milliseconds.get("update").doubleValue();
        assertThat(milliseconds.get("whole").doubleValue()).isCloseTo(sum, offset(1e-9));
        assertThat(times.get("differences").get("passes").intValue()).isEqualTo(784 * 6 + 60 + 16 + 1);
        assertThat(times.get("differences").get("extrapolated").doubleValue())
                .isCloseTo(forward * (784 * 6 + 60 + 16 + 1), offset(1e-6));
    }

    @Test
    void anOutputIsFollowedBackToTheInputs() {
        String run = app.create(DIGITS);
        app.post(run + "/steps", "{\"count\": 10}");
        String body = "{\"output\": 3, \"input\": "
                + json(app.get(run + "/ledger?example=2")).get("inputs") + "}";
        JsonNode traced = json(app.post(run + "/input-shares", body));
        assertThat(traced.get("output").intValue()).isEqualTo(3);
        assertThat(traced.get("outputs")).hasSize(10);
        assertThat(traced.get("shares")).hasSize(784);
        assertThat(traced.get("complete").booleanValue()).isTrue();
        assertThat(traced.get("for").get("sum").doubleValue()
                        + traced.get("against").get("sum").doubleValue()
                        + traced.get("rest").doubleValue())
                .isCloseTo(traced.get("preActivation").doubleValue(), offset(1e-12));
        JsonNode description = json(app.post(run + "/input-shares/telling", body))
                .get("figures")
                .get(0);
        assertThat(description.get("of").stringValue()).isEqualTo("shares");
        assertThat(description.get("sentences").get(0).stringValue())
                .startsWith("For output 3: " + traced.get("for").get("count").intValue() + " inputs with ");
        assertThat(description.get("tables").get(0).get("heads")).hasSize(3);
    }
}
