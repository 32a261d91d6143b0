package downhill.course.reading;

import downhill.course.Challenge.PerceptronSolution;
import downhill.course.Goal;
import downhill.course.PerceptronTrial;
import downhill.course.Stage.PerceptronStage;
import downhill.course.text.Fields;
import downhill.course.text.YamlValue;
import downhill.train.perceptron.Corners;
import downhill.train.perceptron.Perceptron;
import downhill.train.perceptron.PerceptronTraining;
import downhill.train.perceptron.Separation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Reads a stage with a perceptron, and the goals and solutions of challenges on it. */
final class PerceptronReader {
    private static final List<String> CONTROLS = List.of("line", "targets");

    private PerceptronReader() {}

    /** The stage; nothing if its targets cannot be read. */
    static Optional<PerceptronStage> stage(Fields fields, List<String> show) {
        Optional<Corners> corners = fields.value("perceptron").flatMap(PerceptronReader::corners);
        int at = fields.value("at").map(v -> v.whole(0, visits(corners))).orElse(0);
        OptionalDouble beside = fields.number("beside");
        if (beside.isPresent() && !(beside.getAsDouble() > 0)) {
            fields.of("beside").refuse("\"beside\" is the learning rate of gradient descent, a number above 0");
        }
        List<String> free = fields.list("free").stream()
                .map(value -> value.choice("control", CONTROLS))
                .toList();
        boolean margin = fields.value("margin").map(YamlValue::flag).orElse(false);
        if (margin && corners.flatMap(Separation::of).isEmpty()) {
            fields.of("margin").refuse("no line separates these targets, so there is no margin to show");
        }
        return corners.map(
                c -> new PerceptronStage(c, at, beside, free.contains("line"), free.contains("targets"), margin, show));
    }

    private static int visits(Optional<Corners> corners) {
        return corners.map(c -> PerceptronTraining.of(c).visits().size()).orElse(0);
    }

    private static Optional<Corners> corners(YamlValue value) {
        Optional<Corners> corners = Corners.of(value.text());
        if (corners.isEmpty()) {
            value.refuse(
                    "the targets of the corners (0, 0), (0, 1), (1, 0), (1, 1) are four digits 0 or 1 between quotes,"
                            + " for example \"0110\"");
        }
        return corners;
    }

    static Goal goal(Fields fields) {
        OptionalInt right = fields.value("right")
                .map(value -> OptionalInt.of(value.whole(0, Corners.COUNT)))
                .orElse(OptionalInt.empty());
        boolean cycles = fields.value("cycles").map(YamlValue::flag).orElse(false);
        List<Corners> other = fields.list("other than").stream()
                .flatMap(value -> corners(value).stream())
                .toList();
        return new Goal.OnPerceptron(right, cycles, other);
    }

    static PerceptronSolution solution(Fields fields, PerceptronStage stage) {
        List<Double> line = fields.numbers("line");
        Optional<Corners> corners = fields.value("targets").flatMap(PerceptronReader::corners);
        if (fields.has("line") && line.size() != 3) {
            fields.of("line").refuse("a line is [w1, w2, bias]");
        }
        fields.refuseUnknown();
        return new PerceptronSolution(
                line.size() == 3
                        ? PerceptronTrial.byHand(stage.corners(), new Perceptron(line.get(0), line.get(1), line.get(2)))
                        : PerceptronTrial.after(corners.orElse(stage.corners()), stage.at()));
    }
}
