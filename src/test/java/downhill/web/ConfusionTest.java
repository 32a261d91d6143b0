package downhill.web;

import static downhill.web.TestApp.XOR;
import static downhill.web.TestApp.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Confusion matrices of runs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConfusionTest {
    private static final String PINWHEEL = """
            {"seed": 3, "data": {"name": "pinwheel", "count": 120, "testShare": 0.25},
             "network": {"layers": [2, 6, 3], "activations": ["tanh", "softmax"]}, "cost": "cross-entropy",
             "batch": {"size": 10}, "optimizer": {"learningRate": 0.3}}""";

    private final TestApp app = new TestApp();

    @AfterAll
    void close() {
        app.close();
    }

    @Test
    void diagonalIsTheAccuracyOfTheFrame() {
        String run = app.create(PINWHEEL);
        app.post(run + "/steps", "{\"count\": 200}");
        for (int step : new int[] {0, 57, 200}) {
            JsonNode frame = json(app.get(run + "/frames/" + step));
            assertShare(json(app.get(run + "/confusion?step=" + step)), 90, frame.get("accuracy"));
            assertShare(json(app.get(run + "/confusion?set=test&step=" + step)), 30, frame.get("testAccuracy"));
        }
    }

    private static void assertShare(JsonNode matrix, int examples, JsonNode accuracy) {
        int all = 0;
        int right = 0;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                all += matrix.get("counts").get(i).get(j).intValue();
            }
            right += matrix.get("counts").get(i).get(i).intValue();
        }
        assertThat(all).isEqualTo(examples).isEqualTo(matrix.get("examples").intValue());
        assertThat(right).isEqualTo(matrix.get("right").intValue());
        assertThat((double) right / all).isCloseTo(accuracy.doubleValue(), within(1e-12));
    }

    @Test
    void rowIsTheActualClassAndColumnThePredictedOne() {
        String run = app.create("""
                {"data": {"name": "inline", "inputs": [[0], [0], [1]], "targets": [[1, 0, 0], [0, 1, 0], [0, 1, 0]]},
                 "network": {"layers": [1, 3], "activations": ["identity"], "weights": [[[0], [1], [2]]], "biases": [[0.5, 0.1, 0]]}}""");
        JsonNode matrix = json(app.get(run + "/confusion"));
        assertThat(matrix.get("counts").toString()).isEqualTo("[[1,0,0],[1,0,1],[0,0,0]]");
        assertThat(matrix.get("classes").toString()).isEqualTo("[\"class 1\",\"class 2\",\"class 3\"]");
    }

    @Test
    void descriptionNamesTheClassAtEachPointOfThePlane() {
        String text = app.get(app.create(PINWHEEL) + "/telling").body();
        assertThat(text).contains("the network predicts these classes at 25 points: A at ");
        assertThat(text).contains("The predicted class over the plane");
    }

    @Test
    void oneOutputHasTwoClasses() {
        JsonNode matrix = json(app.get(app.create(XOR) + "/confusion"));
        assertThat(matrix.get("counts").size()).isEqualTo(2);
        assertThat(matrix.get("examples").intValue()).isEqualTo(4);
    }

    @Test
    void targetsThatAreNumbersAndAnEmptySetAreRefused() {
        String numbers = app.create(
                "{\"data\": {\"name\": \"plane\"}, \"network\": {\"layers\": [2, 1], \"activations\": [\"identity\"]}}");
        assertThat(app.get(numbers + "/confusion").statusCode()).isEqualTo(422);
        assertThat(app.get(numbers + "/confusion").body()).contains("are not classes");
        String xor = app.create(XOR);
        assertThat(app.get(xor + "/confusion?set=test").statusCode()).isEqualTo(422);
        assertThat(app.get(xor + "/confusion?set=test").body()).contains("Choose the training set");
        assertThat(app.get(xor + "/confusion?set=all").statusCode()).isIn(400, 422);
        assertThat(app.get(xor + "/confusion?of=1").statusCode()).isIn(400, 422);
    }
}
