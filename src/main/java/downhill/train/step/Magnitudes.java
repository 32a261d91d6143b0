package downhill.train.step;

import downhill.data.Dataset;
import downhill.net.Shape;
import downhill.train.spec.RunSpec;
import java.util.List;

/**
 * A bound on every number of a forward and a backward pass, for every example of the data, from the largest parameter
 * alone: as long as it holds, nothing can overflow, and no array has to be searched for infinities.
 *
 * @param input the largest input and the largest target, in absolute value
 * @param kept the largest factor that dropout gives an activation that it keeps
 * @param farthest a bound on each layer's activations after the input, in absolute value; infinite if there is none
 */
public record Magnitudes(double input, double target, double kept, List<Double> farthest, Shape shape) {
    /** Numbers up to this, and products of four of them, are far from overflow. */
    private static final double SAFE = 1e60;

    static Magnitudes of(RunSpec spec, Dataset data) {
        double kept = 1;
        for (double dropped : spec.dropout()) {
            kept = Math.max(kept, 1 / (1 - dropped));
        }
        return new Magnitudes(
                Math.max(largest(data.inputs()), largest(data.testInputs())),
                Math.max(largest(data.targets()), largest(data.testTargets())),
                kept,
                spec.network().activations().stream()
                        .map(a -> a.range().farthest())
                        .toList(),
                new Shape(spec.network().layers()));
    }

    /** The largest absolute value; not a number if any is not. */
    static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    /**
     * Tests whether all is surely finite.
     *
     * @param parameter the network's largest parameter, in absolute value
     * @param rate the rate of the regularization, 0 if there is none
     */
    boolean areSafe(double parameter, double rate) {
        double value = input;
        for (int l = 0; l < shape.depth(); l++) {
            double z = (shape.width(l) * value + 1) * parameter;
            if (!(z < SAFE)) {
                return false;
            }
            value = kept * Math.min(z + 1, farthest.get(l));
        }
        double delta = 2 * (value + target);
        for (int l = shape.depth() - 1; l > 0; l--) {
            delta = shape.width(l + 1) * parameter * delta * kept;
            if (!(delta < SAFE)) {
                return false;
            }
        }
        return value < SAFE && target < SAFE && rate * parameter < SAFE;
    }
}
