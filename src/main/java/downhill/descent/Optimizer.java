package downhill.descent;

import downhill.descent.rule.Sgd;
import downhill.descent.rule.UpdateRule;

/**
 * An update rule with its learning rate.
 *
 * @param learningRate the step size, above 0
 * @param weightDecay after each update every weight, not bias, is multiplied by 1 - weightDecay
 */
public record Optimizer(UpdateRule rule, double learningRate, double weightDecay) {
    /** Plain gradient descent. */
    public static Optimizer sgd(double learningRate) {
        return new Optimizer(new Sgd(0, false), learningRate, 0);
    }

    /** Adds weight decay to the updates u of the weights from .. to-1, so that w + u is the decayed sum of w and the old u. */
    public void decay(double[] w, double[] u, int from, int to) {
        if (weightDecay != 0) {
            for (int i = from; i < to; i++) {
                u[i] -= weightDecay * (w[i] + u[i]);
            }
        }
    }
}
