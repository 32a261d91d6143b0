package downhill.web;

import static downhill.web.TestApp.XOR;
import static downhill.web.TestApp.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** The health of layers: of a run at any step, and of the networks that a scene shows side by side. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HealthTest {
    private static final String ROW = "/lessons/trouble/9/health";

    private final TestApp app = new TestApp();

    @AfterAll
    void close() {
        app.close();
    }

    @Test
    void theLayersOfAnEarlierStepHaveTheLengthsOfItsFrame() {
        String run = app.create(XOR);
        app.post(run + "/steps", "{\"count\": 5}");
        JsonNode health = json(app.get(run + "/health?step=3"));
        assertThat(health.get("step").intValue()).isEqualTo(3);
        JsonNode gradients = json(app.get(run + "/frames/3")).get("weightGradients");
        for (int l = 0; l < gradients.size(); l++) {
            double squares = 0;
            for (JsonNode row : gradients.get(l)) {
                for (JsonNode g : row) {
                    squares += g.doubleValue() * g.doubleValue();
                }
            }
            assertThat(health.at("/layers/" + l + "/gradient").doubleValue())
                    .isCloseTo(Math.sqrt(squares), within(1e-12));
        }
        assertThat(health.at("/layers/1/factor").isNull()).isTrue();
        assertThat(app.get(run + "/health?step=6").statusCode()).isEqualTo(422);
    }

    @Test
    void aRowTrainsEachOfItsNetworksAndNamesNone() {
        String text = app.get(ROW).body();
        JsonNode runs = TestApp.tree(text).get("runs");
        assertThat(runs).hasSize(6);
        for (JsonNode run : runs) {
            assertThat(run.get("costs")).hasSize(41);
            assertThat(run.get("gradients")).hasSize(6);
            assertThat(run.at("/answers/0")).hasSize(8);
            assertThat(run.at("/answers/0/0")).hasSize(32);
        }
        assertThat(text).doesNotContain("row-dead", "deep", "wild");
        assertThat(app.get(ROW + "/telling").body()).contains("The layers of network F");
    }

    @Test
    void aSceneWithoutARowHasNone() {
        assertThat(app.get("/lessons/trouble/1/health").statusCode()).isEqualTo(404);
        assertThat(app.get("/lessons/the-hill/1/health").statusCode()).isEqualTo(404);
    }
}
