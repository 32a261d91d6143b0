package downhill.web;

import static downhill.web.TestApp.XOR;
import static downhill.web.TestApp.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunsTest {
    private final TestApp app = new TestApp();

    @BeforeAll
    void isUp() {
        assertThat(app.get("/health/ready").statusCode()).isEqualTo(200);
    }

    @AfterAll
    void close() {
        app.close();
    }

    @Test
    void aSpecificationBecomesADescribedRun() {
        HttpResponse<String> created = app.post("/api/runs", XOR);
        assertThat(created.statusCode()).isEqualTo(201);
        JsonNode run = json(created);
        assertThat(created.headers().firstValue("Location"))
                .contains("/api/runs/" + run.get("id").stringValue());
        assertThat(run.get("state").stringValue()).isEqualTo("paused");
        assertThat(run.get("step").intValue()).isZero();
        assertThat(run.get("parameters").toString()).isEqualTo("{\"weights\":6,\"biases\":3}");
        assertThat(run.get("spec").get("network").get("activations").toString()).isEqualTo("[\"tanh\",\"sigmoid\"]");
        assertThat(app.get("/api/runs/" + run.get("id").stringValue()).body()).isEqualTo(created.body());
    }

    @Test
    void idsCannotBeGuessed() {
        assertThat(app.create(XOR)).isNotEqualTo(app.create(XOR)).hasSize("/api/runs/".length() + 22);
    }

    @Test
    void aDeletedRunIsGone() {
        String run = app.create(XOR);
        assertThat(app.delete(run).statusCode()).isEqualTo(204);
        assertThat(app.get(run).statusCode()).isEqualTo(404);
        assertThat(app.delete(run).statusCode()).isEqualTo(404);
    }

    @Test
    void stepsAnswerTheNewestFrameAndEveryFrameUpToItExists() {
        String run = app.create(XOR);
        String answered = app.post(run + "/steps", "{\"count\": 7}").body();
        assertThat(answered).isEqualTo(app.get(run + "/frames/7").body());
        for (int step = 0; step <= 7; step++) {
            JsonNode frame = json(app.get(run + "/frames/" + step));
            assertThat(frame.get("step").intValue()).isEqualTo(step);
        }
        assertThat(app.get(run + "/frames/8").statusCode()).isEqualTo(404);
    }

    @Test
    void theNextStateIsTheStatePlusTheUpdates() {
        String run = app.create(XOR);
        app.post(run + "/steps", "{\"count\": 2}");
        JsonNode before = json(app.get(run + "/frames/1"));
        JsonNode after = json(app.get(run + "/frames/2"));
        double weight = before.get("weights").get(0).get(1).get(0).doubleValue();
        double update = before.get("weightUpdates").get(0).get(1).get(0).doubleValue();
        assertThat(after.get("weights").get(0).get(1).get(0).doubleValue()).isEqualTo(weight + update);
    }

    @Test
    void theSameSpecificationGivesTheSameFrame500ByteForByteOnAnotherServer() {
        String run = app.create(XOR);
        String here = app.post(run + "/steps", "{\"count\": 500}").body();
        try (TestApp restarted = new TestApp()) {
            String there = restarted
                    .post(restarted.create(XOR) + "/steps", "{\"count\": 500}")
                    .body();
            assertThat(there).isEqualTo(here);
        }
        assertThat(json(app.get(run)).get("cost").doubleValue()).isLessThan(0.12);
    }

    @Test
    void aTweakActsFromTheNewestStepOnAndAltersNoEarlierFrame() {
        String run = app.create(XOR);
        app.post(run + "/steps", "{\"count\": 5}");
        String third = app.get(run + "/frames/3").body();
        HttpResponse<String> tweaked = app.post(run + "/tweaks", "{\"optimizer\": {\"learningRate\": 0.5}}");
        assertThat(tweaked.body()).isEqualTo("{\"step\":5}");
        app.post(run + "/steps", "{\"count\": 5}");
        assertThat(app.get(run + "/frames/3").body()).isEqualTo(third);
        JsonNode frame = json(app.get(run + "/frames/6"));
        double gradient = frame.get("weightGradients").get(0).get(0).get(0).doubleValue();
        assertThat(frame.get("weightUpdates").get(0).get(0).get(0).doubleValue())
                .isEqualTo(-0.5 * gradient);
        assertThat(json(app.get(run)).get("tweaks").toString())
                .isEqualTo("[{\"step\":5,\"optimizer\":{\"learningRate\":0.5}}]");
    }

    @Test
    void aRunPlaysUntilItIsPaused() {
        String run = app.create(XOR);
        HttpRequest.Builder play = app.request(run + "/play").POST(HttpRequest.BodyPublishers.noBody());
        assertThat(json(app.send(play)).get("state").stringValue()).isEqualTo("running");
        try (TestApp.Events events = app.events(run + "/frames")) {
            assertThat(events.frames(5)).hasSize(5);
        }
        HttpRequest.Builder pause = app.request(run + "/pause").POST(HttpRequest.BodyPublishers.noBody());
        JsonNode paused = json(app.send(pause));
        assertThat(paused.get("state").stringValue()).isEqualTo("paused");
        assertThat(json(app.get(run)).get("step")).isEqualTo(paused.get("step"));
    }

    @Test
    void costsAreThinnedWithoutLosingTheEnds() {
        String run = app.create(XOR);
        app.post(run + "/steps", "{\"count\": 300}");
        JsonNode points = json(app.get(run + "/costs?points=20")).get("points");
        assertThat(points.size()).isBetween(10, 20);
        assertThat(points.get(0).get(0).intValue()).isZero();
        assertThat(points.get(points.size() - 1).get(0).intValue()).isEqualTo(300);
        assertThat(points.get(0).get(1))
                .isEqualTo(json(app.get(run + "/frames/0")).get("cost"));
    }

    @Test
    void theCostCurveTellsTheTestCostOfSomeSteps() {
        String run = app.create("""
                {"data": {"name": "circle", "count": 100, "testShare": 0.5}, "network": {"layers": [2, 3, 1]}}""");
        app.post(run + "/steps", "{\"count\": 100}");
        JsonNode points = json(app.get(run + "/costs")).get("points");
        int tested = 0;
        for (JsonNode point : points) {
            if (!point.get(2).isNull()) {
                tested++;
                assertThat(point.get(2))
                        .isEqualTo(
                                json(app.get(run + "/frames/" + point.get(0))).get("testCost"));
            }
        }
        assertThat(tested).isBetween(20, 60);
    }

    @Test
    void aDivergingRunStopsBeforeTheFirstNumberThatIsNotFiniteAndSaysWhere() {
        String run = app.create("""
                {"data": {"name": "inline", "inputs": [[1], [2], [3]], "targets": [[2], [4], [6]]},
                 "network": {"layers": [1, 1], "activations": ["identity"]}, "optimizer": {"learningRate": 10}}""");
        JsonNode last = json(app.post(run + "/steps", "{\"count\": 5000}"));
        JsonNode described = json(app.get(run));
        assertThat(described.get("state").stringValue()).isEqualTo("diverged");
        assertThat(described.get("step")).isEqualTo(last.get("step"));
        assertThat(described.get("divergence").get("step")).isEqualTo(last.get("step"));
        assertThat(app.get(run + "/frames/" + last.get("step")).body()).doesNotContain("NaN", "Infinity");
        assertThat(app.post(run + "/steps", "{\"count\": 1}").statusCode()).isEqualTo(409);
    }

    @Test
    void everyAnswerCarriesTheSafetyHeaders() {
        for (String path : new String[] {"/", "/playground", "/api/runs/none", "/health/live"}) {
            var headers = app.get(path).headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .startsWith("default-src 'none'; script-src 'self'; style-src 'self'")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
            assertThat(headers.firstValue("Server")).isEmpty();
        }
    }

    @Test
    void theAppWorksBehindAPrefix() {
        try (TestApp mounted = new TestApp(downhill.live.ServerLimits.DEFAULT, "/learn/downhill")) {
            HttpResponse<String> home = mounted.get("/learn/downhill/");
            assertThat(home.statusCode()).isEqualTo(200);
            assertThat(home.body()).contains("/learn/downhill/assets/").doesNotContain("\"/assets/");
            assertThat(mounted.get("/playground").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void asManyExamplesAsHaveSoManyNumbersAreTold() {
        String run =
                app.create("{\"data\": {\"name\": \"digits\", \"count\": 50}, \"network\": {\"layers\": [784, 10]}}");
        assertThat(json(app.get(run + "/data?numbers=2000")).get("inputs").size())
                .isEqualTo(2);
        assertThat(json(app.get(run + "/data?numbers=1")).get("testTargets").size())
                .isEqualTo(1);
        assertThat(json(app.get(run + "/data")).get("inputs").size()).isEqualTo(40);
        assertThat(app.get(run + "/data?numbers=0").statusCode()).isEqualTo(422);
    }
}
