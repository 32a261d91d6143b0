package downhill.math;

/** The elementary functions of training, with the same bits on every machine. */
public final class Elementary {
    private Elementary() {}

    /** e^x. */
    public static double exp(double x) {
        return StrictMath.exp(x);
    }

    /** The natural logarithm. */
    public static double log(double x) {
        return StrictMath.log(x);
    }

    /** ln(1 + x), exact to the last place or two also where x is small. */
    public static double log1p(double x) {
        return StrictMath.log1p(x);
    }

    /** The hyperbolic tangent. */
    public static double tanh(double x) {
        return StrictMath.tanh(x);
    }

    /** The logistic function 1 / (1 + e^-x). */
    public static double sigmoid(double x) {
        return 1 / (1 + exp(-x));
    }

    /** ln(1 + e^x) = max(x, 0) + log1p(e^-|x|), which never overflows. */
    public static double softplus(double x) {
        return Math.max(x, 0) + log1p(exp(-Math.abs(x)));
    }
}
