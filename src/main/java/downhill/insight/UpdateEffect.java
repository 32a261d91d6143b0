package downhill.insight;

import downhill.net.ExamplePass;
import downhill.net.NetworkEvaluation;
import downhill.net.PerParameter;
import downhill.train.spec.Problem;
import downhill.train.spec.RefusedException;
import downhill.train.step.Probe;
import downhill.train.step.Run;
import java.util.List;
import java.util.Optional;

/**
 * The effect of a step's update on the very batch that it was made from: the cost before it, after it, and as the gradient predicts it. With a
 * regularization the penalty is part of these costs, as it is part of the gradient.
 *
 * @param before the cost C
 * @param after the cost with the updates added
 * @param predicted C + the sum over all parameters of gradient times update: what the cost would be if the hill were straight
 * @param all the cost over the whole training set, where the batch is only a part of it
 * @param pass what the shown example makes of the network with the updates added
 */
public record UpdateEffect(double before, double after, double predicted, Optional<OfAll> all, ExamplePass pass) {
    /** The cost over all training examples, before the update and after it, without a penalty. */
    public record OfAll(double before, double after) {}

    /**
     * The update of a run's newest step, on one of the training examples.
     *
     * @throws RefusedException if the cost is not finite after it
     */
    public static UpdateEffect of(Run run, int example) {
        double[] moved = run.network().parameters().values().clone();
        double[] updates = run.update().values();
        double[] gradients = run.gradient().values();
        double change = 0;
        for (int i = 0; i < moved.length; i++) {
            moved[i] += updates[i];
            change += gradients[i] * updates[i];
        }
        Probe probe = run.probe();
        var parameters = new PerParameter(run.network().shape(), moved);
        double before = probe.objective(run.network().parameters());
        double after = probe.objective(parameters);
        if (!Double.isFinite(after + change)) {
            throw new RefusedException(List.of(new Problem("", "After this step’s update the cost is not finite.")));
        }
        return new UpdateEffect(
                before, after, before + change, ofAll(run, parameters), probe.pass(parameters, example));
    }

    private static Optional<OfAll> ofAll(Run run, PerParameter after) {
        return run.batch().length < run.data().size() && Scores.areCheap(run)
                ? Optional.of(new OfAll(
                        Scores.cost(run, run.evaluateTraining()),
                        Scores.cost(
                                run,
                                NetworkEvaluation.of(
                                        run.passes(),
                                        after,
                                        run.data().inputs(),
                                        run.data().targets(),
                                        run.data().task()))))
                : Optional.empty();
    }
}
