package downhill.insight.sweep;

import downhill.insight.CostCurve;
import downhill.insight.Frame;
import downhill.insight.Scores;
import downhill.math.Watch;
import downhill.train.history.History;
import downhill.train.spec.Problem;
import downhill.train.spec.RefusedException;
import downhill.train.step.Run;
import java.util.ArrayList;
import java.util.List;

/**
 * One of several trainings that differ in one setting: its cost over all training examples on the way, and the network in the end.
 *
 * @param points at equal distances, from step 0 to the last one
 * @param end the last step, or the last finite one if the training diverged
 * @param diverged whether the training left the finite numbers
 */
public record SweepTrial(List<Point> points, Frame end, boolean diverged) {
    /** A step and the cost over all training examples there. */
    public record Point(int step, double cost) {}

    /** Points of each curve beside the first one. */
    private static final int POINTS = 60;

    /** The most weights of a network whose trainings are compared: the answer has all final weights of each. */
    private static final int MOST_WEIGHTS = 1000;

    /** About a second's work on one processor, in multiply-adds. */
    private static final double MOST_WORK = 2e9;

    public SweepTrial {
        points = List.copyOf(points);
    }

    /**
     * Trains once.
     *
     * @param history at its step 0
     * @param steps at least 1
     * @param watch is asked before each step; it may throw to give up
     * @throws RefusedException before any step, if the network is too large or the training too long
     */
    public static SweepTrial of(History history, int steps, Watch watch) {
        check(history.newest(), steps);
        List<Point> points = new ArrayList<>();
        points.add(point(history.newest()));
        int stride = Math.max(1, steps / POINTS);
        while (history.step() < steps && history.newest().divergence().isEmpty()) {
            watch.run();
            history.advance();
            watch.done((double) history.step() / steps);
            if (history.step() % stride == 0 || history.step() == steps) {
                points.add(point(history.newest()));
            }
        }
        Run end = history.newest();
        if (points.getLast().step() < end.step()) {
            points.add(point(end));
        }
        return new SweepTrial(
                points,
                Frame.of(end, end.batch()[0], Scores.of(end)),
                end.divergence().isPresent());
    }

    private static Point point(Run run) {
        return new Point(run.step(), Scores.of(run).trainCost().orElse(run.cost()));
    }

    private static void check(Run run, int steps) {
        long weights = run.network().weightCount();
        if (weights > MOST_WEIGHTS) {
            throw refused(
                    "/network/layers",
                    "Only networks of at most " + MOST_WEIGHTS + " weights are compared; one of these has " + weights
                            + ".");
        }
        CostCurve.Effort effort = CostCurve.Effort.of(run);
        double left = MOST_WORK - (POINTS + 2) * effort.evaluation();
        int most = (int) Math.clamp(left / effort.step(), 0, Integer.MAX_VALUE);
        if (steps > most) {
            throw refused("?steps", "With these settings, at most " + most + " steps are allowed for each training.");
        }
    }

    private static RefusedException refused(String pointer, String detail) {
        return new RefusedException(List.of(new Problem(pointer, detail)));
    }
}
