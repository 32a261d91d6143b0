package downhill.course;

import downhill.train.perceptron.Corners;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** The condition that meets a challenge. */
public sealed interface Goal {
    /** A bound on a number from below, above, or both. */
    record Bound(OptionalDouble above, OptionalDouble below) {
        public boolean allows(double x) {
            return Double.isFinite(x)
                    && (above.isEmpty() || x > above.getAsDouble())
                    && (below.isEmpty() || x < below.getAsDouble());
        }
    }

    /**
     * A goal on a run; all its conditions must hold at one and the same step.
     *
     * @param cost of the training set
     * @param mostSteps after how many steps at most
     * @param diverged whether the run must have left the finite numbers
     * @param weights single weights
     * @param gradients the lengths of the weight gradients of single layers
     * @param mostTweaks how many weights, biases and settings may have been changed at most
     * @param uphill whether the shown step's update must lower the cost of its batch and raise the cost of all examples
     * @param outputs single outputs for the shown example
     * @param unseen the share of the held-out examples that the network must get right
     */
    record OnRun(
            Optional<Bound> cost,
            OptionalInt mostSteps,
            boolean diverged,
            List<OfWeight> weights,
            List<OfGradient> gradients,
            OptionalInt mostTweaks,
            boolean uphill,
            List<OfOutput> outputs,
            Optional<Bound> unseen)
            implements Goal {}

    /** A bound on the weight from neuron k of layer l to neuron j of layer l+1. */
    record OfWeight(int l, int j, int k, Bound bound) {}

    /** A bound on the activation of an output for an example in which this output has the target. */
    record OfOutput(int output, double target, Bound bound) {}

    /** A bound on the length of the gradient of the weights into a layer of neurons; layer 0 is the input. */
    record OfGradient(int layer, Bound bound) {}

    /**
     * A goal on a hill, for plain or other descent.
     *
     * @param height of the last place
     * @param mostSteps in how many steps at most
     * @param diverged whether the walker must end higher than it began, or beyond all numbers
     * @param nearStable how near, as a share, the learning rate must be to the largest stable one, without passing it
     */
    record OnHill(Optional<Bound> height, OptionalInt mostSteps, boolean diverged, OptionalDouble nearStable)
            implements Goal {}

    /**
     * A goal on a graph.
     *
     * @param variable the one with respect to which the output is differentiated
     * @param gradient this derivative
     * @param within how far it may be from that
     * @param at the value that the variable must have, if a certain one
     * @param dependsOn whether the output must depend on the variable
     */
    record OnGraph(String variable, double gradient, double within, OptionalDouble at, boolean dependsOn)
            implements Goal {}

    /**
     * A goal on a perceptron's figure.
     *
     * @param right how many examples the line must have right at least
     * @param cycles whether the targets must be such that the convergence procedure never ends
     * @param other targets that do not count
     */
    record OnPerceptron(OptionalInt right, boolean cycles, List<Corners> other) implements Goal {}
}
