package downhill.descent;

import downhill.descent.rule.OptimizerMemory;
import downhill.descent.rule.Sgd;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A descent, place by place: n steps make the places 0 to n. Its update rules are those of training.
 *
 * @param places from the start on, at least one
 * @param complete whether all steps were made; otherwise the last place is the last one with finite numbers throughout
 */
public record HillPath(List<Place> places, boolean complete) {
    /**
     * One place of a descent.
     *
     * @param position the coordinates
     * @param height the height there
     * @param slope the gradient there
     * @param velocity the velocity with which the walker arrives: what gradient descent remembers, before this place's slope is
     *     felt; for the other rules, which have none, the step that led here; 0 at the start
     * @param step what the rule adds to the position from here
     */
    public record Place(
            int number,
            List<Double> position,
            double height,
            List<Double> slope,
            List<Double> velocity,
            List<Double> step) {}

    /** The path from a start; IllegalArgumentException if the numbers at the start itself are not finite. */
    public static HillPath descend(Hill hill, List<Double> start, Optimizer optimizer, int steps) {
        Walker walker = new Walker(hill, start, optimizer);
        List<Place> places = new ArrayList<>();
        for (int number = 0; number <= steps; number++) {
            Place place = walker.look(number);
            if (!isFinite(place)) {
                break;
            }
            places.add(place);
            walker.go();
        }
        if (places.isEmpty()) {
            throw new IllegalArgumentException("At the start the hill’s height, slope or first step is not finite.");
        }
        return new HillPath(List.copyOf(places), places.size() == steps + 1);
    }

    private static boolean isFinite(Place place) {
        return Double.isFinite(place.height())
                && place.position().stream().allMatch(Double::isFinite)
                && place.slope().stream().allMatch(Double::isFinite)
                && place.velocity().stream().allMatch(Double::isFinite)
                && place.step().stream().allMatch(Double::isFinite);
    }

    /** A walker: its position, and the memory of its update rule. */
    private static final class Walker {
        private final Hill hill;
        private final Optimizer optimizer;
        private final double[] position;
        private final double[] step;
        private OptimizerMemory before;
        private OptimizerMemory after;

        Walker(Hill hill, List<Double> start, Optimizer optimizer) {
            this.hill = hill;
            this.optimizer = optimizer;
            this.position = start.stream().mapToDouble(x -> x).toArray();
            this.step = new double[position.length];
            this.before = OptimizerMemory.empty(optimizer.rule(), position.length);
            this.after = OptimizerMemory.empty(optimizer.rule(), position.length);
        }

        /** Feels the slope and decides on the step. */
        Place look(int number) {
            List<Double> velocity = list(optimizer.rule() instanceof Sgd ? before.first() : step);
            double[] slope = hill.gradient(position);
            optimizer.rule().update(optimizer.learningRate(), number, slope, before, after, step, 0, step.length);
            optimizer.decay(position, step, 0, step.length);
            return new Place(number, list(position), hill.height(position), list(slope), velocity, list(step));
        }

        void go() {
            for (int i = 0; i < position.length; i++) {
                position[i] += step[i];
            }
            OptimizerMemory reused = before;
            before = after;
            after = reused;
        }

        private static List<Double> list(double[] numbers) {
            return Arrays.stream(numbers).boxed().toList();
        }
    }
}
