package downhill.math;

/**
 * A scalar function of a neuron's weighted input, by which the kernels bend a whole layer. Each value is beside its
 * slope, the derivative at z, which may use the value a already found there. The kernels run a {@link KernelCurve} on the
 * processor's vectors, and any other curve in a plain loop.
 */
public interface Curve {
    /** The function at z. */
    double value(double z);

    /** Its derivative at z, where its value is a. */
    double slope(double z, double a);
}
