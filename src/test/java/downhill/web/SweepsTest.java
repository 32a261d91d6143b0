package downhill.web;

import static downhill.web.TestApp.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The playground's network with several values of one setting. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SweepsTest {
    private static final int STEPS = 40;

    private final TestApp app = new TestApp();

    @AfterAll
    void close() {
        app.close();
    }

    @Test
    void eachTrainingEndsWhereARunOfItsSpecificationEnds() {
        JsonNode sweep =
                json(app.get("/playground/sweep?data=moons&count=60&over=learningRate&values=0.1+1&steps=" + STEPS));
        assertThat(sweep.get("trials")).hasSize(2);
        for (JsonNode trial : sweep.get("trials")) {
            String run = app.create(trial.get("spec").toString());
            app.post(run + "/steps", "{\"count\": " + STEPS + "}");
            assertThat(trial.get("end")).isEqualTo(json(app.get(run + "/frames/" + STEPS + "?digits=5")));
            JsonNode last = trial.get("points").get(trial.get("points").size() - 1);
            assertThat(last.get(0).intValue()).isEqualTo(STEPS);
            assertThat(last.get(1).doubleValue())
                    .isEqualTo(json(app.get(run + "/frames/" + STEPS))
                            .get("trainCost")
                            .doubleValue());
        }
        double[] tests = StreamSupport.stream(sweep.get("trials").spliterator(), false)
                .mapToDouble(trial -> trial.at("/end/testCost").doubleValue())
                .toArray();
        assertThat(sweep.get("best").intValue()).isEqualTo(tests[0] < tests[1] ? 0 : 1);
        assertThat(sweep.at("/trials/1/query").asString()).contains("learningRate=1", "data=moons");
    }

    @Test
    void trainingsThatLeaveTheFiniteNumbersAreNeverTheBest() {
        JsonNode sweep = json(app.get(
                "/playground/sweep?data=sine&activation=relu&over=learningRate&values=0.01+1e30&steps=30&hidden=4"));
        assertThat(sweep.at("/trials/1/diverged").booleanValue()).isTrue();
        assertThat(sweep.get("best").intValue()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "over=colour&values=1+2, 422",
        "over=learningRate&values=1, 422",
        "over=learningRate&values=1+x, 400",
        "over=neurons&values=2+900, 422",
        "over=seed&values=1+2&steps=100000&batchSize=0&count=1000, 422",
        "over=seed&values=1+2&steps=0, 422",
    })
    void refusesWhatIsNoSettingOrTooMuchWork(String query, int status) {
        assertThat(app.get("/playground/sweep?" + query).statusCode()).isEqualTo(status);
    }
}
