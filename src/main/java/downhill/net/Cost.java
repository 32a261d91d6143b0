package downhill.net;

/** A measure of the error of an output: one number for one example, 0 for a perfect one. */
public sealed interface Cost {
    /**
     * The sum over outputs of (y-d)^2/2.
     *
     * @param margin the dead zone of the 1986 paper: an output on the right side of its target by it has no error; 0 for none
     */
    record HalfSquaredError(double margin) implements Cost {}

    /** The mean over outputs of (y-d)^2. */
    record MeanSquaredError() implements Cost {}

    /** Binary with sigmoid outputs, summed over them; categorical with softmax. */
    record CrossEntropy() implements Cost {}

    /** The name in a specification. */
    default String name() {
        return switch (this) {
            case HalfSquaredError c -> "half-squared-error";
            case MeanSquaredError c -> "mean-squared-error";
            case CrossEntropy c -> "cross-entropy";
        };
    }
}
