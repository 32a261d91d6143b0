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

    @Test
    void aVeryLongPastIsAnsweredThinnedAndItsStretchesStepByStep() {
        String run = stepped("""
                {"data": {"name": "xor"}, "network": {"layers": [2, 1]}, "batch": {"size": 1, "shuffle": true}}""", 100_000);
        app.post(run + "/steps", "{\"count\": 100000}");
        app.post(run + "/tweaks", "{\"optimizer\": {\"learningRate\": 0.5}}");
        app.post(run + "/steps", "{\"count\": 100000}");
        JsonNode all = TestApp.json(app.get(run + "/costs?points=800")).get("points");
        assertThat(all.size()).isBetween(700, 800);
        assertThat(all.get(0).get(0).intValue()).isZero();
        assertThat(all.get(all.size() - 1).get(0).intValue()).isEqualTo(300_000);
        JsonNode part =
                TestApp.json(app.get(run + "/costs?from=250000&to=250100")).get("points");
        assertThat(part).hasSize(101);
        for (int i : new int[] {0, 57, 100}) {
            JsonNode frame = TestApp.json(app.get(run + "/frames/" + (250_000 + i)));
            assertThat(part.get(i).get(0)).isEqualTo(frame.get("step"));
            assertThat(part.get(i).get(1)).isEqualTo(frame.get("cost"));
        }
        String later = app.get(run + "/telling?step=250000").body();
        assertThat(later).contains("One looks back at step 250000, where it was ");
        assertBranchSharesTheCurve(run);
        assertExportsTellWhichStepsTheyHave(run);
    }

    private void assertBranchSharesTheCurve(String run) {
        String branch = "/api/runs/"
                + TestApp.json(app.post(run + "/branches", "{\"step\": 250001}"))
                        .get("id")
                        .stringValue();
        String query = "/costs?from=249500&to=250000&points=1000";
        assertThat(app.get(branch + query).body())
                .isEqualTo(app.get(run + query).body());
        assertThat(TestApp.json(app.get(branch + "/costs?from=250001")).at("/points/0/1"))
                .isEqualTo(TestApp.json(app.get(run + "/frames/250001")).get("cost"));
    }

    private void assertExportsTellWhichStepsTheyHave(String run) {
        JsonNode numbers = TestApp.json(app.get(run + "/export?format=json"));
        assertThat(numbers.get("step").intValue()).isEqualTo(300_000);
        assertThat(numbers.get("costs").size()).isEqualTo(131_072);
        JsonNode later = numbers.get("laterCosts");
        assertThat(later.get(later.size() - 1).get(0).intValue()).isEqualTo(300_000);
        String table = app.get(run + "/export?format=csv").body();
        assertThat(table.lines().count()).isEqualTo(1 + 131_072 + later.size());
        assertThat(table.lines().skip(1).findFirst().orElseThrow()).endsWith(",0.1");
        assertThat(table.lines().reduce((a, b) -> b).orElseThrow())
                .startsWith("300000,75000,")
                .endsWith(",0.5");
    }
}
