package downhill.insight;

import downhill.net.NetworkEvaluation;
import downhill.train.spec.BatchSpec.Reduce;
import downhill.train.step.Run;
import java.util.OptionalDouble;

/**
 * A network's cost and accuracy on the whole training set and on the whole test set; each number is absent where it was not evaluated, where there is
 * no such set, or where the task has no accuracy.
 *
 * @param trainCost reduced over the set as the run reduces its batches
 * @param accuracy the share of training examples that are right, 0 to 1
 */
public record Scores(
        OptionalDouble trainCost, OptionalDouble testCost, OptionalDouble accuracy, OptionalDouble testAccuracy) {
    /** Nothing was evaluated. */
    public static final Scores NONE =
            new Scores(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());

    /** The scores of a run's newest step. */
    public static Scores of(Run run) {
        NetworkEvaluation training = run.evaluateTraining();
        if (run.data().testSize() == 0) {
            return new Scores(
                    OptionalDouble.of(cost(run, training)),
                    OptionalDouble.empty(),
                    training.accuracy(),
                    OptionalDouble.empty());
        }
        NetworkEvaluation test = run.evaluateTest();
        return new Scores(
                OptionalDouble.of(cost(run, training)),
                OptionalDouble.of(cost(run, test)),
                training.accuracy(),
                test.accuracy());
    }

    /** Evaluating all scores of a step takes at most this number of multiply-adds where it is done without a request. */
    private static final long CHEAP = 2_000_000;

    /** Tests whether the whole sets are small enough to be evaluated at every shown step. */
    public static boolean areCheap(Run run) {
        return run.network().parameterCount() * (run.data().size() + run.data().testSize()) <= CHEAP;
    }

    /** The cost over the whole test set, if there is one, at a run's newest step. */
    public static OptionalDouble testCost(Run run) {
        return run.data().testSize() == 0 ? OptionalDouble.empty() : OptionalDouble.of(cost(run, run.evaluateTest()));
    }

    /** The cost over a set, reduced as the run reduces its batches. */
    static double cost(Run run, NetworkEvaluation set) {
        return run.batchSpec().reduce() == Reduce.MEAN ? set.cost() / set.count() : set.cost();
    }
}
