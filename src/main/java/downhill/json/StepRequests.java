package downhill.json;

import downhill.json.form.Json;
import downhill.json.form.Members;
import downhill.json.form.Range;
import downhill.train.history.StopConditions;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
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
     * @param until the conditions under which it stops by itself
     */
    public record Play(double stepsPerSecond, boolean isEven, StopConditions until) {
        /** The way when none is asked for. */
        public static final Play DEFAULT = new Play(DEFAULT_RATE, false, StopConditions.NONE);
    }

    /** The way to play in {@code {"stepsPerSecond": r, "pace": "steady" | "even"}}; a rate of 0 is as fast as it goes. */
    public static Play play(byte[] json) {
        return Json.read(json, m -> {
            boolean isEven =
                    m.choice("pace", "steady", List.of("steady", "even")).equals("even");
            double rate = m.number(
                    "stepsPerSecond", isEven ? 0 : DEFAULT_RATE, isEven ? Range.closed(0, 0) : Range.closed(0, 1e6));
            StopConditions until =
                    m.optionalObject("until").map(StepRequests::until).orElse(StopConditions.NONE);
            return new Play(rate, isEven, until);
        });
    }

    /** The conditions in {@code {"costBelow": c, "accuracyAbove": a, "step": n, "still": true}}, of which each may be left out. */
    static StopConditions until(Members m) {
        var until = new StopConditions(
                optional(m.optionalNumber("costBelow", Range.NOT_NEGATIVE)),
                optional(m.optionalNumber("accuracyAbove", Range.closed(0, 1))),
                m.optionalWhole("step", 1, Integer.MAX_VALUE)
                        .map(step -> OptionalInt.of(step.intValue()))
                        .orElse(OptionalInt.empty()),
                m.flag("still", false));
        m.refuseUnknown();
        return until;
    }

    private static OptionalDouble optional(Optional<Double> number) {
        return number.map(OptionalDouble::of).orElse(OptionalDouble.empty());
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
