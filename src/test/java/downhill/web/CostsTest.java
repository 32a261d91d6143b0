package downhill.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** The costs over the whole sets are worked out for a past that nobody watched. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CostsTest {
    private static final String TESTED = """
            {"data": {"name": "circle", "count": 100, "testShare": 0.5}, "network": {"layers": [2, 3, 1]}, "batch": {"size": 10}}""";

    private final TestApp app = new TestApp();

    @AfterAll
    void close() {
        app.close();
    }

    private String stepped(String spec, int steps) {
        String run = app.create(spec);
        app.post(run + "/steps", "{\"count\": " + steps + "}");
        return run;
    }

    @Test
    void evaluatedCostsAreThoseOfTheFrames() {
        String run = stepped(TESTED, 120);
        JsonNode evaluated = TestApp.json(app.get(run + "/costs?evaluate=true&from=30&to=90"))
                .get("evaluated");
        assertThat(evaluated.get("every").intValue()).isEqualTo(1);
        assertThat(evaluated.get("points")).hasSize(61);
        for (int i : new int[] {0, 17, 60}) {
            JsonNode point = evaluated.get("points").get(i);
            JsonNode frame = TestApp.json(app.get(run + "/frames/" + (30 + i)));
            assertThat(point.get(0)).isEqualTo(frame.get("step"));
            assertThat(point.get(1)).isEqualTo(frame.get("cost"));
            assertThat(point.get(2)).isEqualTo(frame.get("trainCost"));
            assertThat(point.get(3)).isEqualTo(frame.get("testCost"));
        }
    }

    @Test
    void aLongPastIsThinnedAndHasItsEnds() {
        String run = stepped(TESTED, 3000);
        JsonNode points =
                TestApp.json(app.get(run + "/costs?evaluate=true&points=100")).at("/evaluated/points");
        assertThat(points.size()).isBetween(40, 100);
        assertThat(points.get(0).get(0).intValue()).isZero();
        assertThat(points.get(points.size() - 1).get(0).intValue()).isEqualTo(3000);
    }

    @Test
    void withoutHeldBackExamplesThereIsNoTestCost() {
        String run = stepped(TestApp.XOR, 4);
        JsonNode points = TestApp.json(app.get(run + "/costs?evaluate=true")).at("/evaluated/points");
        assertThat(points)
                .hasSize(5)
                .allSatisfy(point -> assertThat(point.get(3).isNull()).isTrue());
    }

    @Test
    void whatIsTooMuchWorkForEachFrameIsNotWorkedOutHereEither() {
        String run = stepped("""
                {"data": {"name": "circle", "count": 400}, "network": {"layers": [2, 100, 60, 1]}}""", 1);
        JsonNode costs = TestApp.json(app.get(run + "/costs?evaluate=true"));
        assertThat(costs.get("evaluated").isNull()).isTrue();
        assertThat(costs.get("points")).hasSize(2);
    }

    @Test
    void whoDoesNotAskForThemGetsTheShortAnswer() {
        String run = stepped(TESTED, 5);
        assertThat(TestApp.json(app.get(run + "/costs")).has("evaluated")).isFalse();
        assertThat(app.get(run + "/costs?evaluate=perhaps").statusCode()).isEqualTo(422);
    }

    /** A run whose weights are finite while its squared errors are not: JSON has no word for such a cost. */
    @Test
    void costsBeyondAllNumbersAreNull() {
        String run = stepped("""
                {"seed": 2, "data": {"name": "circle", "count": 100}, "network": {"layers": [2, 4, 2, 1],
                 "activations": ["relu", "relu", "identity"]}, "cost": "half-squared-error",
                 "batch": {"size": 1, "shuffle": true}, "optimizer": {"name": "sgd", "learningRate": 10}}""", 400);
        int newest = TestApp.json(app.get(run)).get("step").intValue();
        for (String path : new String[] {
            "/frames/" + newest, "/frames/" + newest + "?digits=4", "/costs?evaluate=true", "/costs", ""
        }) {
            var answer = app.get(run + path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.body()).as(path).doesNotContain("Infinity").doesNotContain("NaN");
        }
        assertThat(TestApp.json(app.get(run + "/frames/" + newest))
                        .get("trainCost")
                        .isNull())
                .isTrue();
    }
}
