package downhill.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The progress of an answer that takes long. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class ProgressTest {
    /** A network whose hundred thousand steps take minutes. */
    private static final String LONG = """
            {"data": {"name": "digits", "count": 1000}, "network": {"layers": [784, 60, 10], "activations": ["tanh", "softmax"]},
             "cost": "cross-entropy", "batch": {"size": 50}}""";

    private static final String MANY_STEPS = "{\"count\": 100000}";

    private final TestApp app = new TestApp();
    private final ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor();

    @AfterAll
    void close() {
        asking.close();
        app.close();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private HttpRequest.Builder steps(String run, String key) {
        return app.request(run + "/steps")
                .header("Content-Type", "application/json")
                .header("X-Progress", key)
                .POST(HttpRequest.BodyPublishers.ofString(MANY_STEPS));
    }

    private JsonNode share(String key) {
        return TestApp.json(app.get("/api/progress/" + key)).get("share");
    }

    /** Asks again and again until some of the work is done. */
    private double begun(String key, Future<?> answer) {
        JsonNode share = share(key);
        while (!answer.isDone() && (share.isNull() || share.doubleValue() == 0)) {
            Thread.onSpinWait();
            share = share(key);
        }
        return share.doubleValue();
    }

    @Test
    void theShareRisesWhileStepsAreMadeAndIsForgottenAfterwards() throws Exception {
        String run = app.create(LONG);
        String key = key();
        Future<HttpResponse<String>> answer = asking.submit(() -> app.send(steps(run, key)));
        List<Double> shares = new ArrayList<>(List.of(begun(key, answer)));
        while (shares.stream().distinct().count() < 4) {
            shares.add(share(key).doubleValue());
        }
        assertThat(shares).isSorted().allMatch(share -> share > 0 && share < 1);
        app.post(run + "/pause", "{}");
        double made = TestApp.json(answer.get()).get("step").doubleValue() / 100_000;
        assertThat(shares.getLast()).isLessThanOrEqualTo(made);
        assertThat(share(key).isNull()).isTrue();
    }

    @Test
    void nobodyElseSeesTheProgressOfARequest() throws Exception {
        String run = app.create(LONG);
        String key = key();
        Future<HttpResponse<String>> answer = asking.submit(() -> app.send(steps(run, key)));
        assertThat(begun(key, answer)).isPositive();
        assertThat(TestApp.json(app.send(app.anonymous("/api/progress/" + key)))
                        .get("share")
                        .isNull())
                .isTrue();
        app.post(run + "/pause", "{}");
        assertThat(answer.get().statusCode()).isEqualTo(200);
    }

    @Test
    void anUnknownKeyHasNoShare() {
        assertThat(app.get("/api/progress/" + key()).body()).isEqualTo("{\"share\":null}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "with.points.and.more",
                "0123456789012345678901234567890123456789012345678901234567890123456789"
            })
    void aMalformedKeyIsRefusedByName(String key) {
        HttpResponse<String> asked = app.get("/api/progress/" + key);
        assertThat(asked.statusCode()).isEqualTo(400);
        assertThat(TestApp.json(asked).at("/errors/0/pointer").stringValue()).isEqualTo("key");
        HttpResponse<String> sent = app.send(app.request("/api/hills").header("X-Progress", key));
        assertThat(sent.statusCode()).isEqualTo(400);
        assertThat(TestApp.json(sent).at("/errors/0/pointer").stringValue()).isEqualTo("X-Progress");
        assertThat(TestApp.json(sent).at("/errors/0/detail").stringValue()).contains("16 to 64");
    }

    @Test
    void aRequestWithAKeyGetsTheSameAnswer() {
        String run = app.create(TestApp.XOR);
        String asked = run + "/landscape?size=9";
        HttpResponse<String> followed = app.send(app.request(asked).header("X-Progress", key()));
        assertThat(followed.body()).isEqualTo(app.get(asked).body());
    }
}
