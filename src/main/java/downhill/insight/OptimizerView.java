package downhill.insight;

import downhill.descent.Optimizer;
import downhill.net.PerParameter;
import downhill.net.Shape;
import downhill.train.spec.Problem;
import downhill.train.spec.RefusedException;
import downhill.train.step.Run;
import downhill.train.step.UpdateMemory;
import java.util.List;

/**
 * The parts of a step's update beside its gradient: the rule with its numbers at this step, and its memory.
 *
 * @param shape of the network, and of each moment
 * @param moments what the rule remembers of the updates before this step's, one number per parameter each
 */
public record OptimizerView(int step, Optimizer optimizer, Shape shape, List<PerParameter> moments) {
    private static final int MOST_WEIGHTS = 5000;

    /**
     * The optimizer of a run's newest step.
     *
     * @throws RefusedException if the network is too large to be sent number by number
     */
    public static OptimizerView of(Run run) {
        Shape shape = run.network().shape();
        if (shape.weights() > MOST_WEIGHTS) {
            throw new RefusedException(List.of(new Problem(
                    "",
                    "This network has " + shape.weights()
                            + " weights; what an optimizer remembers can be shown for at most " + MOST_WEIGHTS + ".")));
        }
        return new OptimizerView(run.step(), run.optimizer(), shape, UpdateMemory.of(run));
    }
}
