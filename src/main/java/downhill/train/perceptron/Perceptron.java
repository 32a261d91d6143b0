package downhill.train.perceptron;

/**
 * A neuron with two inputs and a threshold: its output is 1 where {@code w1 x1 + w2 x2 + bias > 0}, and 0 elsewhere.
 *
 * @param w1 weight of the first input
 * @param w2 weight of the second input
 */
public record Perceptron(double w1, double w2, double bias) {
    /** All weights 0: it answers 0 everywhere. */
    public static final Perceptron ZERO = new Perceptron(0, 0, 0);

    /** The weighted sum at a corner. */
    public double sum(int corner) {
        return w1 * Corners.x1(corner) + w2 * Corners.x2(corner) + bias;
    }

    /** The output at a corner, 0 or 1. */
    public int output(int corner) {
        return sum(corner) > 0 ? 1 : 0;
    }

    /** Corrected by one example: the weights move by {@code target - output} times the inputs, the bias by {@code target - output}. */
    public Perceptron corrected(int corner, int target) {
        int error = target - output(corner);
        return new Perceptron(w1 + error * Corners.x1(corner), w2 + error * Corners.x2(corner), bias + error);
    }

    /** The number of corners at which the output is the target. */
    public int right(Corners corners) {
        int right = 0;
        for (int corner = 0; corner < Corners.COUNT; corner++) {
            right += output(corner) == corners.target(corner) ? 1 : 0;
        }
        return right;
    }
}
