package downhill.web;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.course.Widget;
import downhill.course.reading.WidgetsReader;
import downhill.web.widget.Recordings;
import downhill.web.widget.WidgetRoutes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The recordings under web/static/recorded are what the server answers today. With {@code -Ddownhill.record=true} they are
 * made again.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordingsTest {
    private static final Path FOLDER = Path.of("web", "static", "recorded");

    /** The worked example of Matt Mazur (reference/mazur.json), whose biases stay as they are. */
    private static final String TINY = """
            {"data": {"name": "inline", "inputs": [[0.05, 0.10]], "targets": [[0.01, 0.99]]},
             "network": {"layers": [2, 2, 2], "activations": ["sigmoid", "sigmoid"],
                         "weights": [[[0.15, 0.20], [0.25, 0.30]], [[0.40, 0.45], [0.50, 0.55]]],
                         "biases": [[0.35, 0.35], [0.60, 0.60]]},
             "optimizer": {"learningRate": 0.5}, "frozen": ["biases"]}""";

    private static final String EXTREME = """
            {"data": {"name": "inline", "inputs": [[1, 0], [0, 1e-9]], "targets": [[0, 1], [1, 0]]},
             "network": {"layers": [2, 3, 2], "activations": ["tanh", "sigmoid"],
                         "weights": [[[1e9, 0], [1e-9, -1e-9], [0, 0]], [[-1e9, 1e-9, 0], [0, 1e9, -1]]],
                         "biases": [[0, 1e-9, 0], [1e9, -1e9]]}}""";

    /** Nothing but zeros: of the first layer no gradient is other than zero either, and it never learns. */
    private static final String ALL_ZERO = """
            {"data": {"name": "xor"},
             "network": {"layers": [2, 3, 1], "weights": [[[0, 0], [0, 0], [0, 0]], [[0, 0, 0]]], "biases": [[0, 0, 0], [0]]},
             "optimizer": {"learningRate": 2}}""";

    /** Every number as near to zero as a weight may be met. */
    private static final String FAINT = """
            {"data": {"name": "xor"},
             "network": {"layers": [2, 3, 1], "activations": ["tanh", "identity"],
                         "weights": [[[1e-9, -1e-9], [-1e-9, 1e-9], [1e-9, 1e-9]], [[1e-9, -1e-9, 1e-9]]],
                         "biases": [[1e-9, 0, -1e-9], [1e-9]]},
             "optimizer": {"learningRate": 1e-6}}""";

    /** Numbers that nothing holds down: costs of 1e37, gradients of 1e46. */
    private static final String VAST = """
            {"data": {"name": "xor"},
             "network": {"layers": [2, 3, 1], "activations": ["relu", "identity"],
                         "weights": [[[1e9, -1e9], [-1e9, 1e9], [1e9, 1e9]], [[1e9, -1e9, 1e9]]],
                         "biases": [[1e9, 0, -1e9], [1e9]]},
             "optimizer": {"learningRate": 1e-20}}""";

    private static final Map<String, Recording> WISHES = Map.of(
            "tiny", new Recording(TINY, 12),
            "xor", new Recording("""
            {"data": {"name": "xor"}, "network": {"layers": [2, 3, 1]}, "optimizer": {"learningRate": 2}}""", 40),
            "large", new Recording("""
            {"data": {"name": "digits", "count": 20}, "network": {"layers": [784, 64, 10], "activations": ["tanh", "softmax"]},
             "cost": "cross-entropy"}""", 2),
            "extreme", new Recording(EXTREME, 3),
            "all-zero", new Recording(ALL_ZERO, 3),
            "1e-9", new Recording(FAINT, 3),
            "1e9", new Recording(VAST, 3),
            "empty", new Recording(TINY, -1),
            "diverged", new Recording("""
            {"data": {"name": "plane", "count": 20}, "network": {"layers": [2, 2, 1], "activations": ["identity", "identity"]},
             "optimizer": {"learningRate": 1000}}""", 40),
            "deep", new Recording("""
            {"data": {"name": "spiral", "count": 200, "noise": 0.1}, "network": {"layers": [2, 8, 8, 8, 1]}, "batch": {"size": 10},
             "cost": "cross-entropy"}""", 350, 50));

    /** The largest number of steps whose update's effect is recorded. */
    private static final int MOST_ASKED = 12;

    /** Those that a stage shows first, and that the keyboard comes to first. */
    private static final List<String> FIRST_WEIGHTS = List.of("0,0,0", "1,0,0");

    private final TestApp app = new TestApp();

    /** A run, how many of its steps are recorded (-1 for none at all), and every how manieth of them. */
    private record Recording(String spec, int steps, int every) {
        Recording(String spec, int steps) {
            this(spec, steps, 1);
        }
    }

    @BeforeAll
    void everyRecordingIsListed() {
        assertThat(WISHES.keySet()).containsAll(Recordings.NAMES);
    }

    @AfterAll
    void stop() {
        app.close();
    }

    @TestFactory
    List<DynamicTest> aRecordingIsWhatTheServerAnswers() {
        return WISHES.entrySet().stream()
                .map(recording -> DynamicTest.dynamicTest(
                        recording.getKey(), () -> compare(recording.getKey(), recording.getValue())))
                .toList();
    }

    @Test
    void everyDemoPageIsThere() {
        assertThat(app.get("/widgets").body()).contains("/widgets/network");
        for (Widget.Demo demo : WidgetRoutes.demos(WidgetsReader.onClassPath())) {
            assertThat(app.get("/widgets/" + demo.name()).statusCode()).isEqualTo(200);
        }
        assertThat(app.get("/widgets/none").statusCode()).isEqualTo(404);
    }

    private void compare(String name, Recording recording) throws IOException {
        Path file = FOLDER.resolve(name + ".json");
        String recorded = record(recording);
        if (Boolean.getBoolean("downhill.record")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, recorded);
        }
        assertThat(Files.readString(file)).isEqualTo(recorded);
    }

    private String record(Recording recording) {
        String run = app.create(recording.spec());
        int steps = Math.max(0, recording.steps());
        if (steps > 0) {
            app.post(run + "/steps", "{\"count\": " + steps + "}");
        }
        JsonNode description = TestApp.json(app.get(run));
        List<String> frames = new ArrayList<>();
        for (int step = 0;
                step <= description.get("step").intValue() && recording.steps() >= 0;
                step += recording.every()) {
            frames.add(app.get(run + "/frames/" + step + (step < MOST_ASKED ? explained(description, recording) : ""))
                    .body());
        }
        Map<String, String> parts = new TreeMap<>();
        parts.put("spec", description.get("spec").toString());
        parts.put("data", data(run));
        parts.put("state", description.get("state").toString());
        parts.put(
                "divergence",
                description.has("divergence") ? description.get("divergence").toString() : "null");
        parts.put("frames", "[\n" + String.join(",\n", frames) + "]");
        parts.put(
                "answers",
                object(
                        recording.spec().contains("784") || recording.every() > 1
                                ? Map.of()
                                : answers(run, frames.size())));
        return object(parts) + "\n";
    }

    /** The explanations that an equation and a neuron ask for when their page opens, of a network whose weights are shown one by one. */
    private static String explained(JsonNode description, Recording recording) {
        int last = description.at("/spec/network/layers").size() - 2;
        return recording.every() > 1 || recording.spec().contains("784")
                ? ""
                : "?explain=gradient.L.0.0,new.L.0.0,slope.L.0,cost-slope.0,delta.L.0,own.L.0.0"
                        .replace("L", String.valueOf(last));
    }

    /** The data, of a large set the first examples only: the others are not shown. */
    private String data(String run) {
        ObjectNode data = (ObjectNode) TestApp.json(app.get(run + "/data"));
        if (data.get("inputNames").size() > 100) {
            for (String rows : List.of("inputs", "targets", "testInputs", "testTargets")) {
                data.putArray(rows).addAll(data.get(rows).valueStream().limit(2).toList());
            }
        }
        return data.toString();
    }

    /** The answers about the first steps, by the words in which a stage asks for them. */
    private Map<String, String> answers(String run, int steps) {
        Map<String, String> answers = new TreeMap<>();
        for (int step = 0; step < Math.min(steps, MOST_ASKED); step++) {
            String updateEffect = "aftermath?step=" + step + "&example=0";
            var answer = app.get(run + "/" + updateEffect);
            if (answer.statusCode() == 200) {
                answers.put(updateEffect, answer.body());
            }
        }
        if (steps > 0) {
            FIRST_WEIGHTS.forEach(at -> answers.putAll(answersOf(run, at)));
        }
        return answers;
    }

    /** The answers about one weight at step 0 that a tug of war, a proof and a wiggle ask for; numbers are written as JavaScript writes them. */
    private Map<String, String> answersOf(String run, String at) {
        Map<String, String> answers = new TreeMap<>();
        String shares = "weights/" + at.replace(',', '/') + "/examples?step=0";
        answers.put(shares, app.get(run + "/" + shares).body());
        Stream<String> proofs =
                Stream.of("0.1", "0.01", "0.001", "0.0001", "0.00001", "0.000001", "1e-7", "1e-8", "1e-9");
        Stream<String> wiggles = IntStream.rangeClosed(1, 20)
                .mapToObj(tenths -> tenths % 10 == 0 ? tenths / 10 + "" : tenths / 10.0 + "");
        Stream.concat(proofs, wiggles).forEach(by -> {
            String nudge = "{\"step\":0,\"at\":[" + at + "],\"by\":" + by + "}";
            answers.put("nudges " + nudge, app.post(run + "/nudges", nudge).body());
        });
        return answers;
    }

    private static String object(Map<String, String> members) {
        return members.entrySet().stream()
                .map(member -> quoted(member.getKey()) + ": " + member.getValue())
                .collect(Collectors.joining(",\n", "{", "}"));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\\\"") + "\"";
    }
}
