package downhill.web;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.live.ServerLimits;
import java.net.http.HttpResponse;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Nothing that is kept of a run grows without bound. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LongRunsTest {
    private static final String RATE = "{\"optimizer\": {\"learningRate\": 0.5}}";

    private final TestApp app = new TestApp(ServerLimits.from(small()));

    private static Properties small() {
        var limits = new Properties();
        limits.setProperty("steps", "50");
        limits.setProperty("changesPerRun", "6");
        return limits;
    }

    @AfterAll
    void close() {
        app.close();
    }

    private static String detail(HttpResponse<String> refused) {
        assertThat(refused.statusCode()).isEqualTo(409);
        return TestApp.json(refused).get("detail").stringValue();
    }

    @Test
    void aRunStopsAtTheLastStepThatCanBeMade() {
        String run = app.create(TestApp.XOR);
        try (TestApp.Events events = app.events(run + "/frames?from=0")) {
            app.post(run + "/play", "{\"stepsPerSecond\": 0}");
            TestApp.Event last = events.next("frame");
            while (last.step() < 50) {
                last = events.next("frame");
            }
        }
        assertThat(TestApp.json(app.get(run)).get("state").stringValue()).isEqualTo("paused");
        assertThat(TestApp.json(app.get(run)).get("stopped"))
                .isEqualTo(TestApp.tree("{\"reason\": \"last-step\", \"step\": 50}"));
        assertThat(detail(app.post(run + "/play", "{}")))
                .isEqualTo("This run is at step 50, and a run can make 50 steps."
                        + " Branch from an earlier step to go on.");
        assertThat(app.post(run + "/branches", "{\"step\": 20}").statusCode()).isEqualTo(201);
    }

    @Test
    void moreStepsThanAreLeftAreRefusedAndNoneIsMade() {
        String run = app.create(TestApp.XOR);
        app.post(run + "/steps", "{\"count\": 45}");
        assertThat(detail(app.post(run + "/steps", "{\"count\": 6}"))).contains("Ask for 5 more at most");
        assertThat(TestApp.json(app.get(run)).get("step").intValue()).isEqualTo(45);
        assertThat(app.post(run + "/steps", "{\"count\": 5}").statusCode()).isEqualTo(200);
        assertThat(app.get(run + "/frames/50").statusCode()).isEqualTo(200);
    }

    @Test
    void moreChangesThanAreKeptAreRefused() {
        String run = app.create(TestApp.XOR);
        app.post(run + "/tweaks", RATE);
        app.post(run + "/tweaks", RATE);
        String weights = "{\"weights\": [%1$s, %1$s, %1$s, %1$s]}".formatted("{\"at\": [0, 0, 0], \"value\": 1}");
        assertThat(detail(app.post(run + "/tweaks", weights)))
                .isEqualTo("With this change the run would have 7 changes, and 6 are kept of one run."
                        + " Branch from an earlier step to go on.");
        assertThat(TestApp.json(app.get(run)).get("tweaks")).hasSize(2);
        for (int i = 0; i < 4; i++) {
            assertThat(app.post(run + "/tweaks", RATE).statusCode()).isEqualTo(200);
        }
        assertThat(app.post(run + "/tweaks", RATE).statusCode()).isEqualTo(409);
        assertThat(app.post(run + "/steps", "{\"count\": 5}").statusCode()).isEqualTo(200);
        assertThat(app.post(run + "/branches", "{\"step\": 3, \"tweak\": " + RATE + "}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(app.post(run + "/branches", "{\"step\": 0, \"tweak\": " + RATE + "}")
                        .statusCode())
                .isEqualTo(201);
    }
}
