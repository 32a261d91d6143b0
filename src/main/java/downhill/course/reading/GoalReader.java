package downhill.course.reading;

import downhill.course.Goal;
import downhill.course.Goal.Bound;
import downhill.course.Goal.OfGradient;
import downhill.course.Goal.OfOutput;
import downhill.course.Goal.OfWeight;
import downhill.course.LessonRun;
import downhill.course.Stage;
import downhill.course.text.Fields;
import downhill.course.text.Percent;
import downhill.course.text.YamlValue;
import downhill.net.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Reads when a challenge is met. */
public final class GoalReader {
    private static final int MOST_STEPS = 100_000;

    private final Stage stage;
    private final Map<String, LessonRun> runs;

    GoalReader(Stage stage, Map<String, LessonRun> runs) {
        this.stage = stage;
        this.runs = runs;
    }

    Goal read(Fields fields) {
        if (fields.names().isEmpty()) {
            fields.mistakes().note(fields.place(), "this goal asks for nothing");
        }
        Goal goal = switch (stage) {
            case Stage.RunStage s -> onRun(fields, s.run());
            case Stage.LandscapeStage s -> onRun(fields, s.run());
            case Stage.HillStage s -> onHill(fields);
            case Stage.GraphStage s -> onGraph(fields);
            case Stage.PerceptronStage s -> PerceptronReader.goal(fields);
        };
        fields.refuseUnknown();
        return goal;
    }

    private Goal onRun(Fields fields, String run) {
        Optional<Bound> cost = fields.value("cost").map(GoalReader::bound);
        OptionalInt steps = atMost(fields, "steps");
        boolean diverged = fields.value("diverged").map(YamlValue::flag).orElse(false);
        List<OfWeight> weights =
                each(fields, "weight").stream().map(value -> weight(value, run)).toList();
        List<OfGradient> gradients = each(fields, "gradient").stream()
                .map(value -> gradient(value, run))
                .toList();
        boolean uphill = fields.value("uphill").map(YamlValue::flag).orElse(false);
        List<OfOutput> outputs =
                each(fields, "output").stream().map(value -> output(value, run)).toList();
        Optional<Bound> unseen = fields.value("unseen").map(value -> unseen(value, run));
        return new Goal.OnRun(
                cost, steps, diverged, weights, gradients, atMost(fields, "tweaks"), uphill, outputs, unseen);
    }

    /** {@code {above: 0.9}}: a bound on the share of the held-out examples that are right. */
    private Bound unseen(YamlValue value, String run) {
        boolean isEmpty = Optional.ofNullable(runs.get(run))
                .map(r -> r.data().testSize() == 0)
                .orElse(false);
        if (isEmpty) {
            value.refuse("this run has no held-out examples; its data need a testShare above 0");
        }
        return bound(value);
    }

    /** One value, or each of a list. */
    private static List<YamlValue> each(Fields fields, String name) {
        return fields.value(name)
                .map(value -> value.isList() ? value.elements() : List.of(value))
                .orElse(List.of());
    }

    private static Bound bound(YamlValue value) {
        Fields fields = value.fields();
        Bound bound = bound(fields);
        fields.refuseUnknown();
        return bound;
    }

    /** {@code above}, {@code below}, or {@code near} with {@code within}. */
    private static Bound bound(Fields fields) {
        OptionalDouble near = fields.number("near");
        double within = fields.number("within").orElse(0.05);
        OptionalDouble above =
                near.isPresent() ? OptionalDouble.of(near.getAsDouble() - within) : fields.number("above");
        OptionalDouble below =
                near.isPresent() ? OptionalDouble.of(near.getAsDouble() + within) : fields.number("below");
        if (above.isEmpty() && below.isEmpty()) {
            fields.mistakes().note(fields.place(), "a bound is {below: x}, {above: x} or {near: x, within: y}");
        }
        return new Bound(above, below);
    }

    /** {@code {at most: n}}, or {@code {none: true}}. */
    private static OptionalInt atMost(Fields fields, String name) {
        Optional<Fields> bound = fields.value(name).map(YamlValue::fields);
        if (bound.isEmpty()) {
            return OptionalInt.empty();
        }
        boolean none = bound.get().value("none").map(YamlValue::flag).orElse(false);
        int most = none
                ? 0
                : bound.get()
                        .required("at most")
                        .map(v -> v.whole(0, MOST_STEPS))
                        .orElse(0);
        bound.get().refuseUnknown();
        return OptionalInt.of(most);
    }

    private Optional<Shape> shape(String run) {
        return Optional.ofNullable(runs.get(run))
                .map(r -> new Shape(r.spec().network().layers()));
    }

    private OfWeight weight(YamlValue value, String run) {
        Fields fields = value.fields();
        List<Double> at = fields.numbers("at");
        boolean exists = at.size() == 3
                && shape(run)
                        .map(s -> at.get(0) < s.depth()
                                && at.get(1) < s.width(at.get(0).intValue() + 1)
                                && at.get(2) < s.width(at.get(0).intValue()))
                        .orElse(true);
        if (!exists) {
            value.refuse("there is no weight at " + at + " in this network; \"at\" is [l, j, k]");
        }
        Bound bound = bound(fields);
        fields.refuseUnknown();
        return exists
                ? new OfWeight(
                        at.get(0).intValue(), at.get(1).intValue(), at.get(2).intValue(), bound)
                : new OfWeight(0, 0, 0, bound);
    }

    private OfGradient gradient(YamlValue value, String run) {
        Fields fields = value.fields();
        int last = shape(run).map(Shape::depth).orElse(1);
        int layer = fields.required("layer").map(v -> v.whole(1, last)).orElse(1);
        Bound bound = bound(fields);
        fields.refuseUnknown();
        return new OfGradient(layer, bound);
    }

    /** {@code {at: j, target: t, above: x}}. */
    private OfOutput output(YamlValue value, String run) {
        Fields fields = value.fields();
        int last = shape(run).map(Shape::outputs).orElse(1) - 1;
        int at = fields.required("at").map(v -> v.whole(0, last)).orElse(0);
        double target = fields.required("target").map(YamlValue::number).orElse(0.0);
        Bound bound = bound(fields);
        fields.refuseUnknown();
        return new OfOutput(at, target, bound);
    }

    private static Goal onHill(Fields fields) {
        Optional<Bound> height = fields.value("height").map(GoalReader::bound);
        OptionalInt steps = atMost(fields, "steps");
        boolean diverged = fields.value("diverges").map(YamlValue::flag).orElse(false);
        Optional<Fields> rate = fields.value("rate").map(YamlValue::fields);
        OptionalDouble near = rate.map(GoalReader::nearStable).orElse(OptionalDouble.empty());
        return new Goal.OnHill(height, steps, diverged, near);
    }

    private static OptionalDouble nearStable(Fields rate) {
        rate.required("near").ifPresent(v -> v.choice("rate", List.of("stable")));
        double within = rate.required("within").map(Percent::of).orElse(0.05);
        rate.refuseUnknown();
        return OptionalDouble.of(within);
    }

    private static Goal onGraph(Fields fields) {
        String variable = fields.text("gradient of");
        double gradient = fields.required("equals").map(YamlValue::number).orElse(0.0);
        double within = fields.number("within").orElse(1e-9);
        Optional<String> dependsOn = fields.optionalText("depends on");
        return new Goal.OnGraph(variable, gradient, within, fields.number("at"), dependsOn.isPresent());
    }
}
