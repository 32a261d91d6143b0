package downhill.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Every instrument of a run that has made more than a million steps, at its newest step and at the ones before. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LongPastTest {
    private static final int STEPS = 1_100_000;
    private static final int STEP = 1_050_007;

    private final TestApp app = new TestApp();
    private String run = "";

    @BeforeAll
    void train() {
        run = app.create("{\"data\": {\"name\": \"xor\"}, \"network\": {\"layers\": [2, 2, 1]}}");
        for (int i = 0; i < STEPS / 100_000; i++) {
            app.post(run + "/steps", "{\"count\": 100000}");
        }
    }

    @AfterAll
    void close() {
        app.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "frames/STEP",
                "frames/STEP?explain=delta.1.0",
                "neurons/1/0?step=STEP",
                "weights/0/0/0/examples?step=STEP",
                "biases/0/0/examples?step=STEP",
                "optimizer?step=STEP",
                "health?step=STEP",
                "aftermath?step=STEP",
                "explanations?step=STEP&of=delta.1.0",
                "landscape?step=STEP&directions=random&size=5",
                "landscape?step=STEP&directions=path&size=5",
                "costs?from=1000000&to=STEP&points=50",
                "costs?points=100&evaluate=true",
                "export?format=csv",
                "export?format=json",
                "ablation?step=STEP",
                "answers?step=STEP"
            })
    void showsAnyStep(String question) {
        var answer = app.get(run + "/" + question.replace("STEP", "" + STEP));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nudges {\"step\": STEP, \"at\": [0, 0, 0], \"by\": 0.1}",
                "predictions {\"step\": STEP, \"inputs\": [[0, 1]]}",
                "gradient-check {\"step\": STEP}",
                "input-shares {\"step\": STEP, \"input\": [0, 1]}",
                "branches {\"step\": STEP, \"tweak\": {\"optimizer\": {\"learningRate\": 1}}}"
            })
    void answersAQuestionAboutAnyStep(String question) {
        String[] parts = question.replace("STEP", "" + STEP).split(" ", 2);
        var answer = app.post(run + "/" + parts[0], parts[1]);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
    }

    @Test
    void aStepThatIsNotMadeYetIsRefusedWithThoseThatAre() {
        var answer = app.post(run + "/nudges", "{\"step\": 1100001, \"at\": [0, 0, 0], \"by\": 0.1}");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(TestApp.json(answer).get("detail").stringValue()).contains("0 to 1100000 are allowed");
    }

    @Test
    void aBranchOfALateStepGoesOnFromThere() {
        JsonNode branch = TestApp.json(app.post(run + "/branches", "{\"step\": " + STEP + "}"));
        assertThat(branch.get("step").intValue()).isEqualTo(STEP);
        var frame = app.get(run + "/frames/" + STEP);
        assertThat(app.get("/api/runs/" + branch.get("id").stringValue() + "/frames/" + STEP)
                        .body())
                .isEqualTo(frame.body());
    }
}
