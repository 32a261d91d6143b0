package downhill.net;

/** How the initial weights are drawn; biases start at 0 unless {@link #biases()}. */
public sealed interface Initializer {
    /** Whether biases are drawn too, like the weights. */
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
}
