package downhill.insight;

import downhill.train.history.CostSeries;
import downhill.train.history.StepRebuild;
import downhill.train.step.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;

/**
 * The costs over the whole training and test sets at steps of the past, evaluated by computing them again.
 *
 * @param every the distance of the evaluated steps, 1 for each step; the last one was in any case
 * @param points ascending; thinned, they keep the lowest and the highest of each cost
 */
public record CostCurve(int every, List<Point> points) {

    /** One step: the cost of its batch, the penalty beside it, and the costs over the whole sets. */
    public record Point(int step, double cost, double penalty, Scores scores) {}

    /**
     * The curve between two steps of a past.
     *
     * @param rebuilds the rebuild of each of its steps
     * @param most how many points at most, at least 8
     * @param progress receives each step reached; it may throw to give up
     */
    public static CostCurve of(
            Effort effort, int from, int to, IntFunction<StepRebuild> rebuilds, int most, IntConsumer progress) {
        int every = effort.stride(to - from + 1);
        List<Point> points = new ArrayList<>();
        Run at = rebuilds.apply(from).run(progress);
        for (int step = from; ; step = (int) Math.min(to, (long) step + every)) {
            at = effort.isFar(step - at.step()) ? rebuilds.apply(step).run(progress) : advanced(at, step, progress);
            points.add(new Point(step, at.cost(), at.penalty(), Scores.of(at)));
            if (step == to) {
                return new CostCurve(every, thinned(points, most));
            }
        }
    }

    /**
     * The costs at some steps, evenly apart, from the beginning of a past to a step.
     *
     * @param start the rebuild of the first step
     * @param most how many at most, at least 2
     * @param progress receives each step reached; it may throw to give up
     */
    public static List<Point> some(StepRebuild start, int to, int most, IntConsumer progress) {
        Run at = start.run(progress);
        int first = at.step();
        int count = Math.min(most, to - first + 1);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int step = count == 1 ? to : first + (int) ((long) i * (to - first) / (count - 1));
            advanced(at, step, progress);
            points.add(new Point(step, at.cost(), at.penalty(), Scores.of(at)));
        }
        return List.copyOf(points);
    }

    /**
     * The costs of the batches alone, of every step from a rebuilt one to another.
     *
     * @param progress receives each step reached; it may throw to give up
     */
    public static CostSeries batches(StepRebuild start, int to, IntConsumer progress) {
        Run at = start.run(progress);
        var costs = new CostSeries(new int[to - at.step() + 1], new double[to - at.step() + 1]);
        for (int i = 0; i < costs.size(); i++) {
            advanced(at, to - costs.size() + 1 + i, progress);
            costs.steps()[i] = at.step();
            costs.costs()[i] = at.cost();
        }
        return costs;
    }

    private static Run advanced(Run at, int step, IntConsumer progress) {
        while (at.step() < step) {
            at.advance();
            progress.accept(at.step());
        }
        return at;
    }

    /** The ends, and of each stretch the extremes of each of the three costs. */
    private static List<Point> thinned(List<Point> points, int most) {
        if (points.size() <= most) {
            return List.copyOf(points);
        }
        int[] steps = points.stream().mapToInt(Point::step).toArray();
        Set<Integer> kept = new TreeSet<>();
        List<ToDoubleFunction<Point>> costs = List.of(
                Point::cost,
                point -> point.scores.trainCost().orElse(0),
                point -> point.scores.testCost().orElse(0));
        for (ToDoubleFunction<Point> cost : costs) {
            double[] values = points.stream().mapToDouble(cost).toArray();
            for (int i : Thinning.indices(steps, values, most / 3)) {
                kept.add(i);
            }
        }
        return kept.stream().map(points::get).toList();
    }

    /**
     * The work of going through a past, in multiply-adds.
     *
     * @param step of one step
     * @param evaluation of both whole sets
     */
    public record Effort(double step, double evaluation) {
        /** The cost of a step beside its products, in multiply-adds. */
        private static final double OVERHEAD = 2000;

        /** A keyframe is about so far from any step. */
        private static final double JUMP = 2e7;

        /** A fraction of a second's work. */
        private static final double LITTLE = 1e9;

        /** Some milliseconds' work. */
        private static final double TINY = 4e7;

        /** About a second's work. */
        private static final double BUDGET = 4e9;

        private static final int MOST_STRIDE = 1 << 30;

        /** The work of this run. */
        public static Effort of(Run run) {
            double parameters = run.network().parameterCount();
            int examples = run.data().size() + run.data().testSize();
            return new Effort(OVERHEAD + 6 * parameters * run.batch().length, OVERHEAD + 2 * parameters * examples);
        }

        /** Returns whether this number of steps is so little work that everybody in a class can ask for it again and again. */
        public boolean isTiny(int steps) {
            return steps * step <= TINY;
        }

        /** Returns whether this number of steps is little work. */
        public boolean isShort(int steps) {
            return steps * step <= LITTLE;
        }

        /** The distance between evaluated steps that keeps all steps within the budget: a power of two. */
        int stride(int steps) {
            int every = 1;
            while (every < steps
                    && every < MOST_STRIDE
                    && (double) steps / every * (Math.min(every * step, JUMP) + evaluation) > BUDGET) {
                every *= 2;
            }
            return every;
        }

        /** Tests whether beginning at a keyframe is quicker than going on. */
        boolean isFar(int steps) {
            return steps * step > JUMP;
        }
    }
}
