package downhill.web;

import static downhill.web.TestApp.XOR;
import static downhill.web.TestApp.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpResponse;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** The examples that a network reads, the replay of its answers, and drawings that it learns. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadingsTest {
    private static final String DIGITS = """
            {"seed": 4, "data": {"name": "digits", "count": 200, "testShare": 0.3},
             "network": {"layers": [784, 12, 10], "activations": ["tanh", "softmax"]}, "cost": "cross-entropy",
             "batch": {"size": 20, "shuffle": true}, "optimizer": {"learningRate": 0.1, "momentum": 0.5}}""";

    private final TestApp app = new TestApp();

    @AfterAll
    void close() {
        app.close();
    }

    private String trained(int steps) {
        String run = app.create(DIGITS);
        app.post(run + "/steps", "{\"count\": " + steps + "}");
        return run;
    }

    private static String ink() {
        byte[] ink = new byte[784];
        for (int i = 0; i < 20; i++) {
            ink[(4 + i) * 28 + 4 + i] = (byte) 255;
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(ink);
    }

    private static String input() {
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < 784; i++) {
            boolean isInk = i / 28 == i % 28 && i / 28 >= 4 && i / 28 < 24;
            text.append(i == 0 ? "" : ",").append(isInk ? 1 : 0);
        }
        return text.append("]").toString();
    }

    @Test
    void misreadExamplesAreThoseOffTheDiagonal() {
        String run = trained(60);
        JsonNode matrix = json(app.get(run + "/confusion?set=test"));
        JsonNode wrong = json(app.get(run + "/readings?set=test"));
        assertThat(wrong.get("found").intValue())
                .isEqualTo(
                        matrix.get("examples").intValue() - matrix.get("right").intValue())
                .isPositive();
        for (JsonNode one : wrong.get("examples")) {
            assertThat(one.get("actual")).isNotEqualTo(one.get("predicted"));
            assertThat(one.get("input").size()).isEqualTo(784);
        }
        for (int a = 0; a < 10; a++) {
            for (int p = 0; p < 10; p++) {
                assertThat(json(app.get(run + "/readings?set=test&actual=" + a + "&predicted=" + p))
                                .get("found"))
                        .isEqualTo(matrix.get("counts").get(a).get(p));
            }
        }
    }

    @Test
    void accuraciesAreThoseOfTheFrames() {
        String run = trained(60);
        JsonNode points = json(app.get(run + "/accuracies?points=4")).get("points");
        assertThat(points.size()).isEqualTo(4);
        for (JsonNode point : points) {
            String frame = run + "/frames/" + point.get("step").intValue() + "?evaluate=true&detail=summary";
            assertThat(point.get("testAccuracy").doubleValue())
                    .isCloseTo(json(app.get(frame)).get("testAccuracy").doubleValue(), within(1e-12));
        }
        assertThat(points.get(3).get("step").intValue()).isEqualTo(60);
    }

    @Test
    void replayIsWhatThePredictionsOfItsStepsWere() {
        String run = trained(30);
        JsonNode points = json(app.post(run + "/replays", "{\"points\": 3, \"input\": " + input() + "}"))
                .get("points");
        assertThat(points.size()).isEqualTo(3);
        for (JsonNode point : points) {
            JsonNode then = json(app.post(
                    run + "/predictions", "{\"step\": " + point.get("step") + ", \"inputs\": [" + input() + "]}"));
            assertThat(point.get("outputs")).isEqualTo(then.get("outputs").get(0));
        }
    }

    @Test
    void drawingIsLearnedAndKeptWithTheRun() {
        String parent = trained(60);
        HttpResponse<String> made = app.post(parent + "/drawings", "{\"digit\": 5, \"ink\": \"" + ink() + "\"}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        JsonNode description = json(made);
        String run = "/api/runs/" + description.get("id").stringValue();
        assertThat(description.get("step").intValue()).isEqualTo(60);
        assertThat(description
                        .get("spec")
                        .get("data")
                        .get("drawings")
                        .get(0)
                        .get("from")
                        .intValue())
                .isEqualTo(60);
        assertThat(json(app.get(run + "/frames/40")).get("weights"))
                .isEqualTo(json(app.get(parent + "/frames/40")).get("weights"));
        app.post(run + "/steps", "{\"count\": 60}");
        JsonNode outputs = json(app.post(run + "/predictions", "{\"inputs\": [" + input() + "]}"))
                .get("outputs")
                .get(0);
        for (int digit = 0; digit < 10; digit++) {
            assertThat(outputs.get(5).doubleValue())
                    .isGreaterThanOrEqualTo(outputs.get(digit).doubleValue());
        }
        String view = "/api/runs/" + description.get("view").stringValue();
        assertThat(app.post(view + "/drawings", "{\"digit\": 1, \"ink\": \"" + ink() + "\"}")
                        .statusCode())
                .isEqualTo(201);
        assertThat(app.get(run + "/export?format=json").statusCode()).isEqualTo(200);
        assertThat(app.get(run + "/export?format=numpy").statusCode()).isEqualTo(422);
    }

    @Test
    void drawingBeforeAnotherOneJoinedTakesItsPlace() {
        String run = trained(20);
        String drawing = "{\"digit\": 5, \"ink\": \"" + ink() + "\", \"step\": ";
        String with = "/api/runs/"
                + json(app.post(run + "/drawings", drawing + "20}")).get("id").stringValue();
        JsonNode earlier = json(app.post(with + "/drawings", drawing + "10}"));
        assertThat(earlier.get("spec").get("data").get("drawings").size()).isEqualTo(1);
    }

    @Test
    void drawingsThatDoNotFitAreRefusedWithTheirField() {
        String run = trained(1);
        refused(run + "/drawings", "{\"digit\": 10, \"ink\": \"" + ink() + "\"}", 422, "/digit");
        refused(run + "/drawings", "{\"digit\": 1, \"ink\": \"AAAA\"}", 422, "/ink");
        refused(run + "/drawings", "{\"digit\": 1}", 400, "/ink");
        refused(run + "/drawings", "{\"digit\": 1, \"ink\": \"" + ink() + "\", \"step\": 2}", 422, "/step");
        refused(app.create(XOR) + "/drawings", "{\"digit\": 1, \"ink\": \"" + ink() + "\"}", 422, "/digit");
        refused(run + "/replays", "{\"input\": [1]}", 422, "/input");
        String full = run;
        for (int i = 0; i < 50; i++) {
            full = "/api/runs/"
                    + json(app.post(full + "/drawings", "{\"digit\": 1, \"ink\": \"" + ink() + "\"}"))
                            .get("id")
                            .stringValue();
        }
        refused(full + "/drawings", "{\"digit\": 1, \"ink\": \"" + ink() + "\"}", 422, "no room for more");
    }

    @Test
    void readingsNeedClassesAndAHeldOutSet() {
        assertThat(app.get(app.create(XOR) + "/readings").statusCode()).isEqualTo(422);
        assertThat(app.get(app.create(XOR) + "/accuracies").statusCode()).isEqualTo(422);
        assertThat(app.get(trained(1) + "/readings?actual=10").statusCode()).isEqualTo(422);
        assertThat(app.get(trained(1) + "/readings?set=all").statusCode()).isIn(400, 422);
    }

    private void refused(String path, String body, int status, String words) {
        HttpResponse<String> answer = app.post(path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(words);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }
}
