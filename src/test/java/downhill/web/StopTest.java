package downhill.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** Runs that stop by themselves under the conditions that were asked for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StopTest {
    private static final String XOR = """
            {"seed": 1, "data": {"name": "xor"}, "network": {"layers": [2, 4, 1]}, "cost": "cross-entropy",
             "optimizer": {"learningRate": 1}}""";

    private final TestApp app = new TestApp();

    @AfterAll
    void close() {
        app.close();
    }

    /** Plays until the run stops, and answers its description. */
    private JsonNode played(String run, String until) {
        try (TestApp.Events events = app.events(run + "/frames?maxRate=30")) {
            assertThat(app.post(run + "/play", "{\"stepsPerSecond\": 0, \"until\": " + until + "}")
                            .statusCode())
                    .isEqualTo(200);
            events.next("state");
            events.next("state");
        }
        return TestApp.json(app.get(run));
    }

    @Test
    @Timeout(60)
    void aRunStopsAtTheStepAtTheCostAndAtTheAccuracy() {
        String run = app.create(XOR);
        JsonNode found = played(run, "{\"step\": 7}");
        assertThat(found.get("state").stringValue()).isEqualTo("paused");
        assertThat(found.get("step").intValue()).isEqualTo(7);
        assertThat(found.get("stopped").get("reason").stringValue()).isEqualTo("step");

        JsonNode cheap = played(run, "{\"costBelow\": 0.1, \"step\": 1}");
        assertThat(cheap.get("stopped").get("reason").stringValue()).isEqualTo("cost");
        assertThat(cheap.get("stopped").get("limit").doubleValue()).isEqualTo(0.1);
        int step = cheap.get("step").intValue();
        assertThat(cost(run, step)).isLessThan(0.1);
        assertThat(cost(run, step - 1)).isGreaterThanOrEqualTo(0.1);

        assertThat(played(run, "{\"costBelow\": 0.1, \"step\": " + (step + 3) + "}")
                        .get("step")
                        .intValue())
                .as("a cost that is low already stops nothing")
                .isEqualTo(step + 3);
        String other = app.create(XOR);
        JsonNode right = played(other, "{\"accuracyAbove\": 0.9}");
        assertThat(right.get("stopped").get("reason").stringValue()).isEqualTo("accuracy");
    }

    private double cost(String run, int step) {
        return TestApp.json(app.get(run + "/frames/" + step)).get("trainCost").doubleValue();
    }

    @Test
    @Timeout(60)
    void aRunAtASteadyPaceStopsWhenItsCostIsStill() {
        String run = app.create("""
                {"data": {"name": "xor"}, "network": {"layers": [2, 2, 1], "initializer": {"name": "zeros"}}}""");
        JsonNode found = played(run, "{\"still\": true}");
        assertThat(found.get("stopped").get("reason").stringValue()).isEqualTo("still");
    }

    @Test
    void whatCannotBeAConditionIsRefused() {
        String run = app.create(XOR);
        for (String until :
                new String[] {"{\"costBelow\": -1}", "{\"accuracyAbove\": 1.5}", "{\"step\": 0}", "{\"never\": 1}"}) {
            assertThat(app.post(run + "/play", "{\"until\": " + until + "}").statusCode())
                    .as(until)
                    .isIn(400, 422);
        }
    }
}
