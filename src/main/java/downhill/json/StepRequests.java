package downhill.json;

import downhill.json.form.Json;
import downhill.json.form.Range;
import java.util.List;
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

    /**
     * A way to play a run.
     *
     * @param stepsPerSecond 0 for as fast as it goes; an even pace has none
     * @param isEven whether it goes slowly while much changes, and stops when nothing does
     */
    public record Play(double stepsPerSecond, boolean isEven) {
        /** The way when none is asked for. */
        public static final Play DEFAULT = new Play(DEFAULT_RATE, false);
    }

    /** The way to play in {@code {"stepsPerSecond": r, "pace": "steady" | "even"}}; a rate of 0 is as fast as it goes. */
    public static Play play(byte[] json) {
        return Json.read(json, m -> {
            boolean isEven =
                    m.choice("pace", "steady", List.of("steady", "even")).equals("even");
            double rate = m.number(
                    "stepsPerSecond", isEven ? 0 : DEFAULT_RATE, isEven ? Range.closed(0, 0) : Range.closed(0, 1e6));
            return new Play(rate, isEven);
        });
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
