package downhill.json.trial;

import downhill.insight.StepTimes;
import downhill.json.form.Json;
import java.util.OptionalDouble;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON forms of times that were measured, in UTF-8. */
public final class TimingJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private TimingJson() {}

    public static byte[] stepTimes(StepTimes times) {
        ObjectNode node = NODES.objectNode()
                .put("step", times.step())
                .put("examples", times.examples())
                .put("weights", times.weights())
                .put("parameters", times.parameters())
                .put("changing", times.changing());
        node.putObject("milliseconds")
                .put("forward", times.forward())
                .put("backward", times.backward())
                .put("update", times.update())
                .put("whole", times.whole());
        node.putObject("differences").put("passes", times.differencePasses()).put("extrapolated", times.differences());
        return Json.bytes(node);
    }

    /** A run's speed: weights adjusted are weights times steps. */
    public static byte[] speed(int step, double stepsPerSecond, long weights, OptionalDouble testAccuracy) {
        ObjectNode node = NODES.objectNode()
                .put("step", step)
                .put("stepsPerSecond", stepsPerSecond)
                .put("weights", weights)
                .put("weightsPerSecond", weights * stepsPerSecond);
        testAccuracy.ifPresentOrElse(share -> node.put("testAccuracy", share), () -> node.putNull("testAccuracy"));
        return Json.bytes(node);
    }
}
