package downhill.json;

import downhill.json.form.Json;
import downhill.json.form.Members;
import downhill.json.form.Range;
import downhill.json.form.Value;
import downhill.net.Parameter;
import downhill.train.spec.Tweak;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The bodies that ask something of a run. */
public final class InstrumentRequests {
    /** About the cube root of the machine epsilon, where a central difference errs least. */
    private static final double STANDARD_H = 6e-6;

    /** The largest step that a number of steps can be; the run itself says which ones there are. */
    private static final int MOST_STEP = Integer.MAX_VALUE;

    private InstrumentRequests() {}

    /** {@code {"step": n, "tweak": {…}}}: where a branch leaves its parent, and what it changes there. */
    public record Branch(int step, Optional<Tweak> tweak) {}

    /** {@code {"step": n, "at": [l, j, k], "by": h}}, or of a bias {@code [l, j]}; without a step the newest one. */
    public record Nudged(Optional<Long> step, Parameter at, double by) {}

    /** {@code {"inputs": [[…]], "step": n}}. */
    public record Prediction(Optional<Long> step, List<List<Double>> inputs) {}

    /** {@code {"input": […], "step": n, "output": j}}; without an output the largest one, which is written as -1. */
    public record Traced(Optional<Long> step, List<Double> input, int output) {}

    /** {@code {"step": n, "sample": 200, "h": 6e-6}}; all may be absent. */
    public record Check(Optional<Long> step, OptionalInt sample, double h) {}

    public static Branch branch(byte[] json) {
        return Json.read(
                json,
                m -> new Branch(
                        (int) m.whole("step", 0, MOST_STEP),
                        m.value("tweak").filter(InstrumentRequests::isFilled).map(v -> tweak(v.members()))));
    }

    /** An empty object changes nothing, which a branch may do. */
    private static boolean isFilled(Value v) {
        return !(v.node().isObject() && v.node().isEmpty());
    }

    private static Tweak tweak(Members m) {
        Tweak tweak = TweakJson.read(m);
        m.refuseUnknown();
        return tweak;
    }

    public static Nudged nudge(byte[] json) {
        return Json.read(json, m -> {
            Parameter at = TweakJson.parameter(m);
            double by = m.number("by", Range.ANY);
            if (by == 0 && !m.problems().any()) {
                m.problems().value(m.at("by"), "0 is not allowed here: give a number that is not 0.");
            }
            return new Nudged(step(m), at, by);
        });
    }

    public static Prediction prediction(byte[] json) {
        return Json.read(json, m -> {
            m.requiredArray("inputs");
            return new Prediction(step(m), m.value("inputs").map(Value::rows).orElse(List.of()));
        });
    }

    public static Traced traced(byte[] json) {
        return Json.read(json, m -> {
            m.requiredArray("input");
            return new Traced(
                    step(m),
                    m.value("input").map(Value::numbers).orElse(List.of()),
                    m.optionalWhole("output", 0, RunSpecReader.MOST_INDEX)
                            .map(Long::intValue)
                            .orElse(-1));
        });
    }

    public static Check check(byte[] json) {
        return Json.read(
                json,
                m -> new Check(
                        step(m),
                        m.optionalWhole("sample", 1, RunSpecReader.MOST_INDEX)
                                .map(n -> OptionalInt.of(n.intValue()))
                                .orElse(OptionalInt.empty()),
                        m.number("h", STANDARD_H, Range.closed(1e-12, 1))));
    }

    private static Optional<Long> step(Members m) {
        return m.optionalWhole("step", 0, MOST_STEP);
    }
}
