package downhill.net;

import downhill.math.Rng;
import downhill.net.activation.Activation;

/** The distribution of the initial weights; biases start at 0 unless {@link #biases()}. */
public sealed interface Initializer {
    /** Tests whether biases are drawn too, like the weights. */
    boolean biases();

    /** Uniform in [-range, range). */
    record Uniform(double range, boolean biases) implements Initializer {}

    /** Gaussian with this standard deviation. */
    record Normal(double scale, boolean biases) implements Initializer {}

    /** Uniform in +-sqrt(6 / (fanIn + fanOut)) (Glorot and Bengio, 2010). */
    record XavierUniform(boolean biases) implements Initializer {}

    /** Gaussian with variance 2 / (fanIn + fanOut) (Glorot and Bengio, 2010). */
    record XavierNormal(boolean biases) implements Initializer {}

    /** Uniform in +-sqrt(6 / fanIn) (He et al., 2015). */
    record HeUniform(boolean biases) implements Initializer {}

    /** Gaussian with variance 2 / fanIn (He et al., 2015). */
    record HeNormal(boolean biases) implements Initializer {}

    /** Every weight 0: the symmetric start that never breaks. */
    record Zeros(boolean biases) implements Initializer {}

    /** Every weight the same value. */
    record Constant(double value, boolean biases) implements Initializer {}

    /** He-normal into relu-like layers, Xavier-uniform into the others. */
    record ByActivation(boolean biases) implements Initializer {}

    /** This initializer, or what it means for a layer of this activation. */
    default Initializer into(Activation activation) {
        return switch (this) {
            case ByActivation i when activation.isRectifier() -> new HeNormal(i.biases());
            case ByActivation i -> new XavierUniform(i.biases());
            default -> this;
        };
    }

    /**
     * One initial value.
     *
     * @param fanIn how many weights lead into the upper neuron
     * @param fanOut how many weights lead out of the lower neuron
     */
    default double draw(Rng rng, int fanIn, int fanOut) {
        return switch (this) {
            case Uniform i -> rng.uniform(-i.range(), i.range());
            case Normal i -> i.scale() * rng.nextGaussian();
            case XavierUniform i -> uniform(rng, StrictMath.sqrt(6.0 / (fanIn + fanOut)));
            case XavierNormal i -> StrictMath.sqrt(2.0 / (fanIn + fanOut)) * rng.nextGaussian();
            case HeUniform i -> uniform(rng, StrictMath.sqrt(6.0 / fanIn));
            case HeNormal i -> StrictMath.sqrt(2.0 / fanIn) * rng.nextGaussian();
            case Zeros i -> 0;
            case Constant i -> i.value();
            case ByActivation i -> throw new IllegalStateException("into(activation) comes first");
        };
    }

    private static double uniform(Rng rng, double range) {
        return rng.uniform(-range, range);
    }
}
