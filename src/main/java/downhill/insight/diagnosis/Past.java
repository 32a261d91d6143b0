package downhill.insight.diagnosis;

import downhill.train.history.CostSeries;
import downhill.train.history.History;
import downhill.train.history.StepRebuild;
import downhill.train.step.Divergence;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * A run's steps up to the diagnosed one.
 *
 * @param step the diagnosed one
 * @param batches the kept costs of the batches of the steps 0 to {@code step}
 * @param rebuilds the rebuild of each of these steps
 * @param divergence where the run left the finite numbers, if it did at this step
 */
public record Past(int step, CostSeries batches, IntFunction<StepRebuild> rebuilds, Optional<Divergence> divergence) {
    /** The past of a history that nobody changes meanwhile. */
    public static Past of(History history, int step) {
        return of(history, step, history::rebuild);
    }

    /**
     * The past of a history.
     *
     * @param rebuilds how a step is rebuilt without holding the history up
     */
    public static Past of(History history, int step, IntFunction<StepRebuild> rebuilds) {
        Optional<Divergence> divergence =
                step == history.step() ? history.newest().divergence() : Optional.empty();
        return new Past(step, history.costs(0, step), rebuilds, divergence);
    }
}
