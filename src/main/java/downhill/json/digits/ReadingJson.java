package downhill.json.digits;

import downhill.insight.reading.LearningPath;
import downhill.insight.reading.Readings;
import downhill.json.form.Json;
import downhill.json.form.Rounding;
import downhill.json.form.Value;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON forms of what a network reads and of how its answers changed, in UTF-8. */
public final class ReadingJson {
    /** Significant digits of pixels: enough for the same picture. */
    private static final int DIGITS = 4;

    private static final int USUAL_POINTS = 60;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ReadingJson() {}

    /** {@code {"input": […], "step": n, "points": 60}}: the answers to an input from step 0 to this step, or to the newest. */
    public record Replay(Optional<Long> step, List<Double> input, int points) {}

    public static Replay replay(byte[] json) {
        return Json.read(json, m -> {
            m.requiredArray("input");
            return new Replay(
                    m.optionalWhole("step", 0, Integer.MAX_VALUE),
                    m.value("input").map(Value::numbers).orElse(List.of()),
                    (int) m.whole("points", USUAL_POINTS, 2, LearningPath.MOST));
        });
    }

    /** Writes each step with the network's outputs. */
    public static byte[] outputs(LearningPath path) {
        ObjectNode node = NODES.objectNode();
        ArrayNode points = node.putArray("points");
        for (LearningPath.Point point : path.points()) {
            ObjectNode at = points.addObject().put("step", point.step());
            numbers(at.putArray("outputs"), point.outputs());
        }
        return Json.bytes(node);
    }

    /** Writes each step with the accuracy on the held-out examples. */
    public static byte[] accuracies(LearningPath path) {
        ObjectNode node = NODES.objectNode();
        ArrayNode points = node.putArray("points");
        for (LearningPath.Point point : path.points()) {
            points.addObject()
                    .put("step", point.step())
                    .put("testAccuracy", point.testAccuracy().orElseThrow());
        }
        return Json.bytes(node);
    }

    public static byte[] readings(Readings readings) {
        ObjectNode node = NODES.objectNode()
                .put("step", readings.step())
                .put("set", readings.held() ? "test" : "training")
                .put("found", readings.found());
        ArrayNode classes = node.putArray("classes");
        readings.classes().forEach(classes::add);
        ArrayNode examples = node.putArray("examples");
        for (Readings.Reading reading : readings.shown()) {
            ObjectNode one = examples.addObject()
                    .put("example", reading.example())
                    .put("actual", reading.actual())
                    .put("predicted", reading.predicted());
            numbers(one.putArray("input"), new Rounding(DIGITS).rounded(reading.input()));
            numbers(one.putArray("outputs"), reading.outputs());
        }
        return Json.bytes(node);
    }

    private static void numbers(ArrayNode list, double[] values) {
        for (double value : values) {
            list.add(value);
        }
    }
}
