package downhill.web;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.autodiff.RandomExpressions;
import downhill.math.Rng;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Thousands of seeded, damaged requests: each is answered or refused, none is an error of the server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExpressionFuzzTest {
    private static final String PIECES = "+-*/^()=;,.\n 0123456789eExyzw_\"\\{}[]:$\u0000\u00e9\ud835\u2212";
    private static final String[] WORDS = {
        "sin(",
        "max(",
        "log(",
        "pi",
        "1e308",
        "1e-320",
        "^-",
        "((((",
        "))))",
        "; L = ",
        "\n",
        "x^x",
        "--",
        "\ud83d\ude00",
        "q0"
    };
    private static final String DESCENT = """
            {"start": [0.5, -1.5], "optimizer": {"name": "sgd", "learningRate": 0.1, "momentum": 0.9}, "steps": 20}""";

    private static final long LONGEST_NANOSECONDS = 100_000_000;

    private final TestApp app = new TestApp();
    private final Rng rng = Rng.of(2026, Rng.Stream.CHECK);

    @AfterAll
    void close() {
        app.close();
    }

    private String damaged(String text, int wounds) {
        StringBuilder damaged = new StringBuilder(text);
        for (int i = 0; i < wounds; i++) {
            int at = rng.nextInt(damaged.length() + 1);
            int end = Math.min(damaged.length(), at + rng.nextInt(4));
            switch (rng.nextInt(4)) {
                case 0 -> damaged.delete(at, end);
                case 1 -> damaged.insert(at, damaged.substring(at, end));
                case 2 -> damaged.insert(at, WORDS[rng.nextInt(WORDS.length)]);
                default ->
                    damaged.replace(
                            at,
                            end,
                            PIECES.substring(rng.nextInt(PIECES.length())).substring(0, 1));
            }
        }
        return damaged.toString();
    }

    /** Sends a body and counts the status. What takes over 100 ms is sent again: a slow refusal is slow every time. */
    private void send(Map<Integer, Integer> statuses, String path, String body) {
        long fastest = Long.MAX_VALUE;
        HttpResponse<String> response;
        int attempts = 0;
        do {
            long start = System.nanoTime();
            response = app.post(path, body);
            fastest = Math.min(fastest, System.nanoTime() - start);
        } while (fastest > LONGEST_NANOSECONDS && ++attempts < 20);
        assertThat(fastest).as(body).isLessThan(LONGEST_NANOSECONDS);
        assertThat(response.statusCode()).as(body).isIn(200, 400, 422);
        if (response.statusCode() != 200) {
            assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        }
        assertThat(response.body()).doesNotContain("NaN", "Infinity");
        statuses.merge(response.statusCode(), 1, Integer::sum);
    }

    @Test
    void damagedExpressionsAreAnsweredOrRefused() {
        RandomExpressions random = new RandomExpressions(2026);
        Map<Integer, Integer> statuses = new TreeMap<>();
        for (int i = 0; i < 4000; i++) {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            body.put("expression", damaged(random.text(), rng.nextInt(4)));
            ObjectNode values = body.putObject("values");
            for (String name : new String[] {"x", "y", "z", "w_1"}) {
                if (body.get("expression").stringValue().contains(name)) {
                    values.put(name, rng.uniform(-3, 3));
                }
            }
            String text = rng.nextInt(10) == 0 ? damaged(body.toString(), 1) : body.toString();
            send(statuses, "/api/expressions", text);
        }
        assertThat(statuses).containsOnlyKeys(200, 400, 422);
    }

    @Test
    void damagedDescentsAreAnsweredOrRefused() {
        Map<Integer, Integer> statuses = new TreeMap<>();
        String[] hills = {"bowl", "saddle", "rosenbrock", "himmelblau", "plateau", "two-valleys"};
        for (int i = 0; i < 1000; i++) {
            String text = damaged(DESCENT, rng.nextInt(4));
            String hill = hills[rng.nextInt(hills.length)];
            send(statuses, "/api/hills/" + hill + "/descents", text);
        }
        assertThat(statuses).containsOnlyKeys(200, 400, 422);
    }
}
