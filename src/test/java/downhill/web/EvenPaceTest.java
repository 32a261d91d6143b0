package downhill.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** A run that plays at an even pace, asked for by a program. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvenPaceTest {
    private final TestApp app = new TestApp();

    @AfterAll
    void close() {
        app.close();
    }

    @Test
    @Timeout(60)
    void aNetworkThatHasLearnedTheCircleStopsByItselfAndSaysWhy() {
        String run = app.create("""
                {"seed": 1, "data": {"name": "circle", "count": 20}, "network": {"layers": [2, 4, 1]},
                 "optimizer": {"learningRate": 3}}""");
        double first = TestApp.json(app.get(run)).get("cost").doubleValue();
        for (int i = 0; i < 4; i++) {
            app.post(run + "/steps", "{\"count\": 100000}");
        }
        try (TestApp.Events events = app.events(run + "/frames?maxRate=30")) {
            app.post(run + "/play", "{\"pace\": \"even\"}");
            JsonNode state = TestApp.tree(events.next("state").data());
            assertThat(state.get("pace").stringValue()).isEqualTo("even");
            state = TestApp.tree(events.next("state").data());
            JsonNode stopped = state.get("stopped");
            assertThat(state.get("state").stringValue()).isEqualTo("paused");
            assertThat(stopped.get("reason").stringValue()).isEqualTo("still");
            assertThat(stopped.get("change").doubleValue()).isEqualTo(1e-6 * first);
            assertThat(stopped.get("steps").intValue())
                    .isGreaterThanOrEqualTo(stopped.get("step").intValue() / 10);
            assertThat(TestApp.json(app.get(run)).get("stopped")).isEqualTo(stopped);
        }
        app.post(run + "/steps", "{\"count\": 1}");
        assertThat(TestApp.json(app.get(run)).has("stopped")).isFalse();
    }

    @Test
    void anEvenPaceHasNoRate() {
        String run = app.create(TestApp.XOR);
        assertThat(app.post(run + "/play", "{\"pace\": \"even\", \"stepsPerSecond\": 0}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(app.post(run + "/play", "{\"pace\": \"even\", \"stepsPerSecond\": 20}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(app.post(run + "/play", "{\"pace\": \"odd\"}").statusCode()).isEqualTo(422);
    }

    @Test
    void withoutAPaceTheRateIsSteady() {
        String run = app.create(TestApp.XOR);
        try (TestApp.Events events = app.events(run + "/frames")) {
            app.post(run + "/play", "{\"stepsPerSecond\": 0}");
            assertThat(TestApp.tree(events.next("state").data()).get("pace").stringValue())
                    .isEqualTo("steady");
            app.post(run + "/pause", "{}");
        }
    }
}
