package downhill.web;

import static downhill.web.TestApp.XOR;
import static downhill.web.TestApp.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The same run from other seeds. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeedsTest {
    private static final int STEPS = 30;

    private final TestApp app = new TestApp();

    @AfterAll
    void close() {
        app.close();
    }

    private static List<JsonNode> each(JsonNode array) {
        List<JsonNode> found = new ArrayList<>();
        array.forEach(found::add);
        return found;
    }

    @Test
    void eachSeedEndsWhereARunOfThatSeedEnds() {
        String run = app.create(XOR);
        List<JsonNode> seeds =
                each(json(app.get(run + "/seeds?from=4&count=3&steps=" + STEPS)).get("seeds"));
        assertThat(seeds).extracting(seed -> seed.get("seed").intValue()).containsExactly(4, 5, 6);
        for (JsonNode seed : seeds) {
            String own = app.create(XOR.replaceFirst("\"seed\": \\d+", "\"seed\": " + seed.get("seed")));
            app.post(own + "/steps", "{\"count\": " + STEPS + "}");
            JsonNode costs = json(app.get(own + "/costs?points=1000")).get("points");
            assertThat(each(seed.get("points")))
                    .extracting(point -> point.get(1).doubleValue())
                    .isEqualTo(each(costs).stream()
                            .map(point -> point.get(1).doubleValue())
                            .toList());
            assertThat(seed.get("end")).isEqualTo(json(app.get(own + "/frames/" + STEPS + "?digits=5")));
            assertThat(seed.get("diverged").booleanValue()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "count=17, ?count",
        "steps=0, ?steps",
        "steps=100000&count=16, ?steps",
    })
    void refusesMoreThanTwoSecondsOfWork(String query, String field) {
        String run = app.create("""
                {"data": {"name": "circle", "count": 500}, "network": {"layers": [2, 16, 16, 1]}}""");
        var answer = app.get(run + "/seeds?" + query);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("\"" + field + "\"");
    }

    @Test
    void refusesARunWhoseWeightsAreGiven() {
        String run = app.create("""
                {"data": {"name": "xor"}, "network": {"layers": [2, 1], "activations": ["sigmoid"],
                 "weights": [[[1, 1]]], "biases": [[0]]}}""");
        assertThat(app.get(run + "/seeds").body()).contains("every seed would start alike");
    }

    @Test
    void tellsASeedThatDiverges() {
        String run = app.create("""
                {"data": {"name": "circle", "count": 100}, "network": {"layers": [2, 4, 2, 1],
                 "activations": ["relu", "relu", "identity"]}, "batch": {"size": 1, "shuffle": true},
                 "optimizer": {"learningRate": 10}}""");
        List<JsonNode> seeds =
                each(json(app.get(run + "/seeds?from=1&count=4&steps=400")).get("seeds"));
        assertThat(seeds).anyMatch(seed -> seed.get("diverged").booleanValue());
    }
}
