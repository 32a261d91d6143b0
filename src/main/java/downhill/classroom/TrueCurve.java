package downhill.classroom;

import downhill.course.Lesson;
import downhill.course.Predict.Sketch;
import downhill.course.Stage;
import downhill.course.Stage.HillStage;
import downhill.course.Stage.RunStage;
import downhill.course.Stage.Walker;
import downhill.descent.Hill;
import downhill.descent.HillPath;
import downhill.descent.HillPath.Place;
import downhill.descent.Hills;
import downhill.train.history.History;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** The true curve behind sketches, in the shares of the picture's height in which learners draw. */
final class TrueCurve {
    /** The room above the start on a hill's chart, as its script has it. */
    private static final double ROOM = 1.25;

    private TrueCurve() {}

    /** The curve; empty where the stage has none, or the sketch names no steps. */
    static List<Double> of(Lesson lesson, Stage stage, Sketch sketch) {
        return switch (stage) {
            case RunStage run
            when sketch.steps().isPresent() -> ofRun(lesson, run, sketch.steps().getAsInt());
            case HillStage hill when sketch.walker() <= hill.walkers().size() -> ofHill(hill, sketch.walker());
            default -> List.of();
        };
    }

    private static List<Double> ofRun(Lesson lesson, RunStage stage, int steps) {
        History history = lesson.start(stage.run(), OptionalInt.of(0));
        double[] costs = new double[steps + 1];
        for (int step = 0; step <= steps; step++) {
            costs[step] = history.newest().cost();
            if (step < steps) {
                history.advance();
            }
        }
        List<Double> shares = new ArrayList<>();
        for (double cost : costs) {
            shares.add(share(Sketch.BEGINS_AT * cost / costs[0]));
        }
        return List.copyOf(shares);
    }

    private static List<Double> ofHill(HillStage stage, int number) {
        Hill hill = Hills.named(stage.hill()).orElseThrow().hill();
        double start = stage.walkers().stream()
                .mapToDouble(walker ->
                        hill.height(walker.start().stream().mapToDouble(x -> x).toArray()))
                .max()
                .orElseThrow();
        Walker walker = stage.walkers().get(number - 1);
        List<Double> heights =
                HillPath.descend(hill, walker.start(), walker.optimizer(), stage.steps()).places().stream()
                        .map(Place::height)
                        .toList();
        double low = Math.min(0, heights.stream().mapToDouble(x -> x).min().orElseThrow());
        double high = low + ROOM * (start - low);
        return heights.stream()
                .map(height -> share((height - low) / (high - low)))
                .toList();
    }

    private static double share(double height) {
        return Math.clamp(height, 0, 1);
    }
}
