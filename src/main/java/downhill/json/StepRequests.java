package downhill.json;

import downhill.json.form.Json;
import downhill.json.form.Range;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The small bodies that drive a run. */
public final class StepRequests {
    /** Steps a second when a run is played without saying how fast. */
    public static final double DEFAULT_RATE = 20;

    private static final int MOST_STEPS = 100_000;

    private StepRequests() {}

    /** The number of steps in {@code {"count": n}}. */
    public static int count(byte[] json) {
        return Json.read(json, m -> (int) m.whole("count", 1, MOST_STEPS));
    }

    /** The rate in {@code {"stepsPerSecond": r}}; 0 is as fast as it goes. */
    public static double rate(byte[] json) {
        return Json.read(json, m -> m.number("stepsPerSecond", DEFAULT_RATE, Range.closed(0, 1e6)));
    }

    /** Checks that an object holds nothing. */
    public static void nothing(byte[] json) {
        Json.read(json, m -> true);
    }

    /** The answer {@code {"step": n}}. */
    public static ObjectNode step(int step) {
        return JsonNodeFactory.instance.objectNode().put("step", step);
    }
}
