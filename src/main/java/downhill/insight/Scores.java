package downhill.insight;

import downhill.net.Evaluation;
import downhill.train.BatchSpec.Reduce;
import downhill.train.Run;
import java.util.OptionalDouble;

/**
 * How a network fares on the whole training set and on the whole test set; each number is absent where it was not
 * evaluated, where there is no such set, or where the task has no accuracy.
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
        Evaluation training = run.evaluateTraining();
        if (run.data().testSize() == 0) {
            return new Scores(cost(run, training), OptionalDouble.empty(), training.accuracy(), OptionalDouble.empty());
        }
        Evaluation test = run.evaluateTest();
        return new Scores(cost(run, training), cost(run, test), training.accuracy(), test.accuracy());
    }

    private static OptionalDouble cost(Run run, Evaluation set) {
        boolean mean = run.batchSpec().reduce() == Reduce.MEAN;
        return OptionalDouble.of(mean ? set.cost() / set.count() : set.cost());
    }
}
