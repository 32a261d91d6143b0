package downhill.descent.rule;

import java.util.Arrays;

/**
 * The memory of an update rule from one update to the next: one number for every parameter and moment. The velocity of gradient descent, the mean
 * square of RMSProp, the sum of squares of AdaGrad, both moments of Adam.
 */
public final class OptimizerMemory {
    private final double[][] moments;

    private OptimizerMemory(double[][] moments) {
        this.moments = moments;
    }

    /** An empty memory, all zero, for a rule's work on this number of parameters. */
    public static OptimizerMemory empty(UpdateRule rule, int parameters) {
        return new OptimizerMemory(new double[rule.moments().size()][parameters]);
    }

    /** An independent copy. */
    public OptimizerMemory copy() {
        return new OptimizerMemory(Arrays.stream(moments).map(double[]::clone).toArray(double[][]::new));
    }

    /** Takes over the numbers of another memory of the same size. */
    public void set(OptimizerMemory other) {
        for (int i = 0; i < moments.length; i++) {
            System.arraycopy(other.moments[i], 0, moments[i], 0, moments[i].length);
        }
    }

    /** The first moment of every parameter, the array itself. */
    public double[] first() {
        return moments[0];
    }

    /** The same, or this many zeros where the rule remembers nothing. */
    public double[] firstOr(int parameters) {
        return moments.length == 0 ? new double[parameters] : moments[0];
    }

    /** The second moment of every parameter, the array itself. */
    double[] second() {
        return moments[1];
    }

    /** Every moment of every parameter, the arrays themselves: [moment][parameter]. */
    public double[][] moments() {
        return moments;
    }
}
