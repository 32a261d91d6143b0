package downhill.classroom;

import downhill.classroom.Trace.Cost;
import downhill.classroom.Trace.Spot;
import downhill.course.Scene;
import downhill.course.Stage.HillStage;
import downhill.descent.Hill;
import downhill.descent.HillPath;
import downhill.descent.Hills;
import downhill.descent.Optimizer;
import downhill.descent.rule.Sgd;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A learner's descent in a scene, as the picture of the class shows it.
 *
 * @param step the newest one
 * @param path places on the map, the walker's last; of a hill over a line, each with its height; empty where the map has no place for it
 * @param costs the curve: costs, or heights, ascending by step
 * @param batches whether the costs are those of the steps' batches
 * @param shown the share of the way from the start that the map shows; absent on a hill, which hides nothing
 */
public record Descent(
        Learner learner, int step, List<Spot> path, List<Cost> costs, boolean batches, OptionalDouble shown) {
    /**
     * The descents of all learners who have begun one in a scene, in the order of their numbers.
     *
     * @param item the number of the scene in the class
     */
    public static List<Descent> of(int item, Scene scene, Classroom room) {
        return room.learners().stream()
                .flatMap(learner -> Stream.ofNullable(learner.traces().get(item))
                        .flatMap(trace -> of(scene, learner, trace).stream()))
                .toList();
    }

    private static Optional<Descent> of(Scene scene, Learner learner, Trace trace) {
        return switch (trace) {
            case Trace.OfRun(int step, var costs, boolean batches, var path, var shown) ->
                Optional.of(new Descent(learner, step, path, costs, batches, shown));
            case Trace.OfRule rule
            when scene.stage() instanceof HillStage stage -> onHill(learner, walked(hill(stage), rule));
            case Trace.ByHand(var places)
            when scene.stage() instanceof HillStage stage -> onHill(learner, marked(hill(stage), places));
            default -> Optional.empty();
        };
    }

    private static Hill hill(HillStage stage) {
        return Hills.named(stage.hill()).orElseThrow().hill();
    }

    private record Mark(int number, List<Double> position, double height) {}

    private static List<Mark> walked(Hill hill, Trace.OfRule rule) {
        var optimizer = new Optimizer(new Sgd(rule.momentum(), false), rule.rate(), 0);
        try {
            return HillPath.descend(hill, rule.start(), optimizer, rule.steps()).places().stream()
                    .map(place -> new Mark(place.number(), place.position(), place.height()))
                    .toList();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    private static List<Mark> marked(Hill hill, List<List<Double>> places) {
        return IntStream.range(0, places.size())
                .mapToObj(i -> new Mark(
                        i,
                        places.get(i),
                        hill.height(places.get(i).stream().mapToDouble(x -> x).toArray())))
                .filter(mark -> Double.isFinite(mark.height()))
                .toList();
    }

    private static Optional<Descent> onHill(Learner learner, List<Mark> marks) {
        if (marks.isEmpty()) {
            return Optional.empty();
        }
        List<Spot> path = new ArrayList<>();
        List<Cost> costs = new ArrayList<>();
        int last = marks.size() - 1;
        int by = Math.ceilDiv(last + 1, Trace.MOST);
        for (int i = 0; i <= last; i = i < last ? Math.min(last, i + by) : last + 1) {
            Mark mark = marks.get(i);
            boolean isLine = mark.position().size() == 1;
            path.add(new Spot(
                    mark.position().get(0),
                    isLine ? mark.height() : mark.position().get(1)));
            costs.add(new Cost(mark.number(), mark.height()));
        }
        return Optional.of(new Descent(
                learner,
                marks.get(last).number(),
                List.copyOf(path),
                List.copyOf(costs),
                false,
                OptionalDouble.empty()));
    }
}
