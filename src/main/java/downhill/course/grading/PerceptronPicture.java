package downhill.course.grading;

import downhill.course.PerceptronTrial;
import downhill.train.perceptron.Corners;
import downhill.train.perceptron.Perceptron;
import downhill.train.perceptron.PerceptronTraining;
import downhill.train.perceptron.Separation;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** A perceptron on four corners; {@code x1}, {@code x2}, {@code target}, {@code sum} and {@code output} are of the corner that comes next. */
record PerceptronPicture(PerceptronTrial trial) implements Picture {
    @Override
    public OptionalDouble value(String path) {
        Perceptron now = trial.perceptron();
        Corners corners = trial.corners();
        int next = trial.visits() % Corners.COUNT;
        return switch (path) {
            case "step" -> OptionalDouble.of(trial.visits());
            case "mistakes" -> OptionalDouble.of(PerceptronTraining.of(corners).mistakes(trial.visits()));
            case "right" -> OptionalDouble.of(now.right(corners));
            case "w1" -> OptionalDouble.of(now.w1());
            case "w2" -> OptionalDouble.of(now.w2());
            case "bias" -> OptionalDouble.of(now.bias());
            case "x1" -> OptionalDouble.of(Corners.x1(next));
            case "x2" -> OptionalDouble.of(Corners.x2(next));
            case "target" -> OptionalDouble.of(corners.target(next));
            case "sum" -> OptionalDouble.of(now.sum(next));
            case "output" -> OptionalDouble.of(now.output(next));
            case "radius" -> ofSeparation(Separation::radius);
            case "margin" -> ofSeparation(Separation::margin);
            default -> OptionalDouble.empty();
        };
    }

    private OptionalDouble ofSeparation(ToDoubleFunction<Separation> number) {
        return Separation.of(trial.corners()).stream().mapToDouble(number).findFirst();
    }
}
