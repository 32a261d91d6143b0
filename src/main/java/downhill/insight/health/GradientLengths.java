package downhill.insight.health;

import downhill.train.step.Run;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** The length of each layer's weight gradient, and the factor by which it changes from one layer to the layer before it. */
public final class GradientLengths {
    private GradientLengths() {}

    /** The lengths at a run's newest step, from the first layer of weights to the last. */
    public static double[] of(Run run) {
        return IntStream.range(0, run.network().depth())
                .mapToDouble(l -> length(run.weightGradients(l)))
                .toArray();
    }

    /** The root of the sum of the squares, without leaving the finite numbers where it is finite itself. */
    public static double length(double[] numbers) {
        double largest = 0;
        for (double x : numbers) {
            largest = Math.max(largest, Math.abs(x));
        }
        if (largest == 0 || !Double.isFinite(largest)) {
            return largest;
        }
        double squares = 0;
        for (double x : numbers) {
            squares += (x / largest) * (x / largest);
        }
        return largest * StrictMath.sqrt(squares);
    }

    /** The length of layer l as a multiple of the next layer's; nothing for the last layer, and where the next one's is 0. */
    public static OptionalDouble factor(double[] lengths, int l) {
        return l + 1 < lengths.length && lengths[l + 1] > 0
                ? OptionalDouble.of(lengths[l] / lengths[l + 1])
                : OptionalDouble.empty();
    }
}
