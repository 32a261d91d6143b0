package downhill.insight;

import downhill.data.Dataset;
import downhill.math.Watch;
import downhill.train.history.CostSeries;
import downhill.train.history.History;
import downhill.train.spec.Problem;
import downhill.train.spec.RefusedException;
import downhill.train.spec.RunSpec;
import downhill.train.step.Run;
import java.util.List;

/**
 * One of several trainings that differ in their seed only: its costs, and the network in the end. It shows how much of the result
 * the initial weights decide.
 *
 * @param costs the costs of the batches, thinned so that no extreme is lost
 * @param end the last step, or the last finite one if the training diverged
 * @param diverged whether the training left the finite numbers
 */
public record SeedTrial(long seed, CostSeries costs, Frame end, boolean diverged) {
    /** Points of each curve. */
    private static final int POINTS = 120;

    /** The most weights of a network whose trainings are compared: the answer has all final weights of each. */
    private static final int MOST_WEIGHTS = 1000;

    /** About two seconds' work on one processor, in multiply-adds. */
    private static final double MOST_WORK = 4e9;

    /**
     * Trains once.
     *
     * @param watch is asked before each step; it may throw to give up
     */
    public static SeedTrial of(RunSpec spec, Dataset data, long seed, int steps, Watch watch) {
        History history = new History(spec.withSeed(seed), data);
        while (history.step() < steps && history.newest().divergence().isEmpty()) {
            watch.run();
            history.advance();
            watch.done((double) history.step() / steps);
        }
        Run end = history.newest();
        return new SeedTrial(
                seed,
                Thinning.of(history.costs(0, history.step()), POINTS),
                Frame.of(end, end.batch()[0], Scores.of(end)),
                end.divergence().isPresent());
    }

    /**
     * Refuses a series before any of it is trained.
     *
     * @throws RefusedException if the run's initial weights are given, so that every seed would start alike, or if the series
     *     would take too long
     */
    public static void check(Run run, int count, int steps) {
        if (run.spec().network().given().isPresent()) {
            throw refused("?count", "The initial weights of this run are given, so every seed would start alike.");
        }
        long weights = run.network().weightCount();
        if (weights > MOST_WEIGHTS) {
            throw refused(
                    "/count",
                    "Only networks of at most " + MOST_WEIGHTS
                            + " weights are trained from several seeds; this one has " + weights + ".");
        }
        int most = (int)
                Math.min(Integer.MAX_VALUE, MOST_WORK / CostCurve.Effort.of(run).step() / count);
        if (steps > most) {
            throw refused("?steps", "With " + count + " seeds, at most " + most + " steps are allowed for this run.");
        }
    }

    private static RefusedException refused(String pointer, String detail) {
        return new RefusedException(List.of(new Problem(pointer, detail)));
    }
}
