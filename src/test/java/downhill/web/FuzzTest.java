package downhill.web;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.live.ServerLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Thousands of requests with something wrong in them: each is refused as a problem or carried out, never a failure. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FuzzTest {
    private static final List<String> SPECS = List.of("""
            {"seed": 1, "data": {"name": "spiral", "count": 20, "noise": 0.1, "testShare": 0.5, "targets": [-1, 1],
             "features": ["x", "sin y"]}, "network": {"layers": [2, 3, 1], "activations": ["relu", "tanh"],
             "initializer": {"name": "normal", "scale": 0.5, "biases": true}}, "cost": "half-squared-error", "costMargin": 0.2,
             "batch": {"size": 4, "shuffle": true, "reduce": "sum"}, "optimizer": {"name": "sgd", "learningRate": 0.1,
             "momentum": 0.5, "nesterov": true, "weightDecay": 0.01}, "dropout": [0.2],
             "frozen": ["biases", {"layer": 1}, {"weight": [0, 1, 0]}]}""", """
            {"data": {"name": "inline", "inputs": [[0.05, 0.1], [1, 2]], "targets": [[0, 1], [1, 0]],
             "testInputs": [[1, 1]], "testTargets": [[1, 0]]}, "network": {"layers": [2, 2, 2],
             "activations": ["sigmoid", "softmax"], "weights": [[[1, 2], [3, 4]], [[5, 6], [7, 8]]],
             "biases": [[1, 2], [3, 4]]}, "cost": "cross-entropy", "optimizer": {"name": "adam", "beta1": 0.9},
             "regularization": {"name": "l2", "rate": 0.1}}""", """
            {"data": {"name": "symmetry"}, "network": {"layers": [6, 2, 1], "groups": [{"layer": 0, "blocks":
             [{"from": [0, 3], "to": [0, 1]}, {"from": [3, 6], "to": [1, 2]}]}]}, "optimizer": {"name": "rmsprop",
             "decay": 0.9, "epsilon": 1e-8}}""");

    private static final List<String> TWEAKS = List.of(
            "{\"optimizer\": {\"learningRate\": 0.5, \"momentum\": 0.9}, \"batch\": {\"size\": 2, \"shuffle\": true}}",
            "{\"weights\": [{\"at\": [0, 1, 0], \"value\": 0.5}], \"biases\": [{\"at\": [1, 0], \"value\": 2}]}",
            "{\"frozen\": [\"biases\", {\"layer\": 0}, {\"weight\": [1, 0, 1]}]}");

    private static final List<String> EXPRESSIONS = List.of(
            "L = (w*x + b - y)^2",
            "a = sigmoid(w*x); b = tanh(a) + exp(-a^2); L = log(b) / sqrt(abs(a)) * max(a, min(b, pi))",
            "relu(w) - sin(cos(x))^y^b\nL = e*w",
            "((((((w))))))+-x*-y/--b");

    private static final List<List<String>> QUESTIONS = List.of(
            List.of("/nudges", "{\"step\": 3, \"at\": [0, 1, 0], \"by\": 0.001}"),
            List.of("/predictions", "{\"inputs\": [[0, 1], [1, 1]], \"step\": 2}"),
            List.of("/gradient-check", "{\"step\": 1, \"sample\": 4, \"h\": 6e-6}"),
            List.of("/branches", "{\"step\": 2, \"tweak\": {\"optimizer\": {\"momentum\": 0.5}}}"),
            List.of("/play", "{\"stepsPerSecond\": 20}"),
            List.of("/steps", "{\"count\": 2}"));

    private static final List<String> QUERIES = List.of(
            "/frames/3?example=1&detail=full&digits=5&evaluate=true",
            "/costs?from=0&to=4&points=20",
            "/neurons/1/0?step=2",
            "/weights/0/1/0/examples?step=2",
            "/landscape?step=1&directions=weights:0.0.0,1.0.0&span=2&size=5",
            "/landscape?step=3&directions=random&span=0.5&size=3",
            "/export?format=numpy");

    private final TestApp app = new TestApp(ServerLimits.from(small()));

    private static Properties small() {
        var limits = new Properties();
        limits.setProperty("weights", "5000");
        limits.setProperty("runsPerVisitor", "50");
        return limits;
    }

    @AfterAll
    void close() {
        app.close();
    }

    private static void expectNoFailure(HttpResponse<String> answer, String request) {
        assertThat(answer.statusCode()).as(request).isLessThan(500);
        if (answer.statusCode() >= 400) {
            assertThat(answer.headers().firstValue("Content-Type")).as(request).contains("application/problem+json");
            assertThat(answer.body()).as(request).doesNotContain("Exception", "downhill.", "java.");
        } else if (!answer.headers().firstValue("Content-Type").orElse("").startsWith("text/")) {
            assertThat(answer.body()).as(request).doesNotContainPattern("[:,\\[]-?(NaN|Infinity)");
        }
    }

    private void send(String path, String body) {
        expectNoFailure(app.post(path, body), path + " " + body);
    }

    private String run() {
        String run = app.create(TestApp.XOR);
        app.post(run + "/steps", "{\"count\": 4}");
        return run;
    }

    @Test
    void noSpecificationIsAFailure() {
        var mutations = new Mutations(1);
        for (int i = 0; i < 5000; i++) {
            send("/api/runs", mutations.of(mutations.one(SPECS)));
        }
    }

    @Test
    void noTweakIsAFailure() {
        var mutations = new Mutations(2);
        String run = run();
        for (int i = 0; i < 3500; i++) {
            send(run + "/tweaks", mutations.of(mutations.one(TWEAKS)));
            if (i % 100 == 99) {
                run = run();
            }
        }
    }

    @Test
    void noExpressionIsAFailure() {
        var mutations = new Mutations(3);
        for (int i = 0; i < 5000; i++) {
            String expression = mutations.ofText(mutations.one(EXPRESSIONS));
            var body = tools.jackson.databind.node.JsonNodeFactory.instance.objectNode();
            body.put("expression", expression);
            body.putObject("values").put("w", 2).put("x", -3).put("b", 0).put("y", 1e300);
            send("/api/expressions", mutations.upTo(3) == 0 ? mutations.of(body.toString()) : body.toString());
        }
    }

    @Test
    void noQuestionToARunIsAFailure() {
        var mutations = new Mutations(4);
        String run = run();
        for (int i = 0; i < 1500; i++) {
            List<String> question = mutations.one(QUESTIONS);
            send(run + question.get(0), mutations.of(question.get(1)));
            if (i % 100 == 99) {
                run = run();
            }
        }
    }

    @Test
    void noAddressIsAFailure() {
        var mutations = new Mutations(5);
        String run = run();
        for (int i = 0; i < 1000; i++) {
            String path = mutations.ofText(mutations.one(QUERIES)).replaceAll("[^A-Za-z0-9/?&=.+:-]", "%21");
            expectNoFailure(app.get(run + path), path);
        }
    }

    private static List<byte[]> files() throws IOException {
        byte[] table = "x,y,class\n0.1,0.2,low\n0.9,\"0.7\",high\n1e3,-.1,low\n".getBytes(StandardCharsets.UTF_8);
        byte[] pictures = {
            0, 0, 8, 3, 0, 0, 0, 3, 0, 0, 0, 1, 0, 0, 0, 2, 0, -1, -1, 0, -1, -1, 0, 0, 8, 1, 0, 0, 0, 3, 0, 1, 1
        };
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(pictures);
        }
        return List.of(table, pictures, packed.toByteArray());
    }

    @Test
    void noFileIsAFailure() throws IOException {
        var mutations = new Mutations(7);
        for (int i = 0; i < 4500; i++) {
            byte[] file = mutations.of(mutations.one(files()));
            expectNoFailure(
                    app.send(app.request("/api/data")
                            .header("Content-Type", "application/octet-stream")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(file))),
                    HexFormat.of().formatHex(file));
        }
    }

    @Test
    void noDescentOnAHillIsAFailure() {
        var mutations = new Mutations(6);
        for (int i = 0; i < 500; i++) {
            send(
                    "/api/hills/rosenbrock/descents",
                    mutations.of("{\"start\": [-1.5, 2], \"optimizer\": {\"name\": \"sgd\", \"learningRate\": 0.001,"
                            + " \"momentum\": 0.5}, \"steps\": 10}"));
        }
    }
}
