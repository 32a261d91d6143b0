package downhill.web;

import static downhill.web.BadRequestsTest.isProblem;
import static downhill.web.TestApp.XOR;
import static downhill.web.TestApp.json;
import static org.assertj.core.api.Assertions.assertThat;

import downhill.live.ServerLimits;
import java.net.http.HttpResponse;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A server with little memory for runs refuses what it cannot hold before it makes anything, and goes on. */
class MemoryTest {
    /** 80,000 weights: about 9 MB. */
    private static final String LARGE = """
            {"data": {"name": "xor"}, "network": {"layers": [2, 200, 398, 1]}}""";

    /** 4 million weights: about 500 MB. */
    private static final String HUGE = """
            {"data": {"name": "xor"}, "network": {"layers": [2, 1998, 1998, 1]}}""";

    private final TestApp app = new TestApp(ServerLimits.from(small()));

    private static Properties small() {
        var limits = new Properties();
        limits.setProperty("runMegabytes", "30");
        limits.setProperty("runMegabytesPerVisitor", "24");
        limits.setProperty("workMegabytes", "20");
        return limits;
    }

    @AfterEach
    void close() {
        app.close();
    }

    private static String detail(HttpResponse<String> answer) {
        return json(answer).get("detail").stringValue();
    }

    private int runs() {
        return json(app.get("/health/ready")).get("runs").intValue();
    }

    @Test
    void aRunThatIsTooLargeForAnyoneIsRefusedWithWhatIsAllowed() {
        HttpResponse<String> refused = app.post("/api/runs", HUGE);
        isProblem(refused, 422, "/network/layers");
        assertThat(detail(refused)).contains("needs 490 MB of memory", "24 MB are allowed");
        assertThat(runs()).isZero();
    }

    @Test
    void aWideBatchCountsToo() {
        String wide = """
                {"data": {"name": "circle", "count": 500}, "network": {"layers": [2, 3000, 1]}, "batch": {"size": %d}}""";
        isProblem(app.post("/api/runs", wide.formatted(0)), 422, "/network/layers");
        String run = app.create(wide.formatted(1));
        HttpResponse<String> refused = app.post(run + "/tweaks", "{\"batch\": {\"size\": 500}}");
        isProblem(refused, 429, "");
        assertThat(app.post(run + "/steps", "{\"count\": 3}").statusCode()).isEqualTo(200);
        assertThat(json(app.get(run)).get("tweaks")).isEmpty();
    }

    @Test
    void unusedRunsOfTheSameVisitorMakeRoomForTheNext() {
        String first = app.create(LARGE);
        String small = app.create(XOR);
        String second = app.create(LARGE);
        String third = app.create(LARGE);
        assertThat(app.get(first).statusCode()).isEqualTo(404);
        assertThat(app.get(small).statusCode()).isEqualTo(200);
        assertThat(app.get(second).statusCode()).isEqualTo(200);
        assertThat(app.get(third).statusCode()).isEqualTo(200);
    }

    @Test
    void whoseRunsAreAllInUseIsToldWhatTheyTake() {
        for (int i = 0; i < 2; i++) {
            app.post(app.create(LARGE) + "/play", "{\"stepsPerSecond\": 0.01}");
        }
        HttpResponse<String> refused = app.post("/api/runs", LARGE);
        isProblem(refused, 429, "");
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(detail(refused)).contains("Your runs take", "24 MB are allowed", "Pause or delete");
        assertThat(runs()).isEqualTo(2);
    }

    @Test
    void deletedRunsGiveTheirMemoryBack() {
        for (int i = 0; i < 20; i++) {
            String run = app.create(LARGE);
            app.post(run + "/play", "{\"stepsPerSecond\": 0.01}");
            String branch = "/api/runs/"
                    + json(app.post(run + "/branches", "{\"step\": 0}"))
                            .get("id")
                            .stringValue();
            assertThat(app.delete(branch).statusCode()).isEqualTo(204);
            assertThat(app.delete(run).statusCode()).isEqualTo(204);
        }
    }

    @Test
    void refusedRunsGiveTheirMemoryBackToo() {
        for (int i = 0; i < 20; i++) {
            isProblem(app.post("/api/runs", LARGE.replace("[2, 200", "[3, 200")), 422, "/network/layers/0");
        }
        app.post(app.create(LARGE) + "/play", "{\"stepsPerSecond\": 0.01}");
        app.post(app.create(LARGE) + "/play", "{\"stepsPerSecond\": 0.01}");
    }

    /** Each keyframe takes 1.3 MB, and thousands of steps are made. */
    @Test
    void aLongRunFitsIntoItsShareAndEveryStepCanStillBeShown() {
        String run = app.create(LARGE);
        HttpResponse<String> frame = app.post(run + "/steps", "{\"count\": 700}");
        assertThat(frame.statusCode()).isEqualTo(200);
        assertThat(json(frame).get("step").intValue()).isEqualTo(700);
        assertThat(app.get(run + "/frames/500").statusCode()).isEqualTo(200);
        assertThat(app.get(run + "/frames/3").statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsTooMuchToWriteIsRefusedAndTheSummaryIsNot() {
        String run = app.create(LARGE.replace("200, 398", "300, 398"));
        assertThat(app.get(run + "/frames/0").statusCode()).isEqualTo(200);
        assertThat(app.get(run + "/frames/0?detail=full").statusCode()).isEqualTo(200);
        String larger = app.create(LARGE.replace("200, 398", "400, 398"));
        isProblem(app.get(larger + "/frames/0?detail=full"), 422, "?detail");
        assertThat(app.get(larger + "/frames/0").statusCode()).isEqualTo(200);
    }

    @Test
    void aPreviewThatIsTooLargeIsRefused() {
        HttpResponse<String> refused = app.get("/playground/preview?hidden=1998-1998");
        isProblem(refused, 422, "/network/layers");
        assertThat(detail(refused)).contains("A preview of this network needs", "20 MB");
    }

    /** 123 MB were answered for the largest network that is allowed. */
    @Test
    void aPreviewOfALargeNetworkIsASummary() {
        HttpResponse<String> small = app.get("/playground/preview?hidden=12-12");
        assertThat(json(small).get("frame").has("weights")).isTrue();
        HttpResponse<String> large = app.get("/playground/preview?hidden=70-70");
        assertThat(large.statusCode()).isEqualTo(200);
        assertThat(json(large).get("frame").has("weights")).isFalse();
        assertThat(json(large).get("frame").has("layers")).isTrue();
        assertThat(large.body().length()).isLessThan(20_000);
    }

    @Test
    void aRunDoesNotMakeRoomForItsOwnBranch() {
        String run = app.create(LARGE);
        assertThat(app.post(run + "/branches", "{\"step\": 0}").statusCode()).isEqualTo(201);
        assertThat(app.post(run + "/branches", "{\"step\": 0}").statusCode()).isEqualTo(201);
        assertThat(app.get(run).statusCode()).isEqualTo(200);
        assertThat(runs()).isEqualTo(2);
    }

    @Test
    void aPastStepThatIsTooMuchToWriteIsRefusedForGood() {
        String run = app.create(LARGE.replace("200, 398", "250, 398"));
        app.post(run + "/steps", "{\"count\": 2}");
        assertThat(app.get(run + "/frames/1").statusCode()).isEqualTo(200);
        assertThat(app.get(run + "/frames/2?detail=full").statusCode()).isEqualTo(200);
        isProblem(app.get(run + "/frames/1?detail=full"), 422, "?detail");
    }

    @Test
    void aStreamFromThePastThatNeedsTooMuchIsRefusedAndALiveOneIsNot() {
        var limits = small();
        limits.setProperty("workMegabytes", "4");
        try (TestApp little = new TestApp(ServerLimits.from(limits))) {
            String run = little.create(LARGE);
            little.post(run + "/steps", "{\"count\": 2}");
            try (TestApp.Events past = little.events(run + "/frames?from=0")) {
                assertThat(past.status).isEqualTo(422);
            }
            try (TestApp.Events live = little.events(run + "/frames")) {
                assertThat(live.next("frame").step()).isEqualTo(2);
            }
        }
    }
}
