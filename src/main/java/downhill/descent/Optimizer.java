package downhill.descent;

/**
 * An update rule with its learning rate.
 *
 * @param learningRate the step size, above 0
 * @param weightDecay after each update every weight, not bias, is multiplied by 1 - weightDecay
 */
public record Optimizer(UpdateRule rule, double learningRate, double weightDecay) {
    /** Plain gradient descent. */
    public static Optimizer sgd(double learningRate) {
        return new Optimizer(new UpdateRule.Sgd(0, false), learningRate, 0);
    }
}
