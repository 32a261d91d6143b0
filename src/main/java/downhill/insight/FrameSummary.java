package downhill.insight;

import downhill.train.step.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A step of a network too large to send whole: what the shown example does, and for each weight layer the norm and the
 * histogram of its weights, their gradients and their updates.
 *
 * @param excerpt the numbers of the neurons that were asked for
 */
@SuppressWarnings("ArrayRecordComponent")
public record FrameSummary(
        int step,
        int epoch,
        double cost,
        double penalty,
        Scores scores,
        int example,
        int[] batch,
        Frame.Pass pass,
        List<Layer> layers,
        Optional<Excerpt> excerpt) {

    /** One weight layer's three arrays, measured. */
    public record Layer(Measure weights, Measure weightGradients, Measure weightUpdates) {}

    /**
     * Many numbers at a glance.
     *
     * @param norm the root of the sum of their squares
     * @param low the smallest
     * @param high the largest
     * @param counts how many fall into each of {@link #BINS} bins of equal width from low to high
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Measure(double norm, double low, double high, int[] counts) {
        /** The number of bins of a histogram. */
        public static final int BINS = 40;

        static Measure of(double[] values) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            double squares = 0;
            for (double v : values) {
                low = Math.min(low, v);
                high = Math.max(high, v);
                squares = Math.fma(v, v, squares);
            }
            int[] counts = new int[BINS];
            double scale = high > low ? BINS / (high - low) : 0;
            for (double v : values) {
                counts[Math.min(BINS - 1, (int) ((v - low) * scale))]++;
            }
            return new Measure(StrictMath.sqrt(squares), low, high, counts);
        }
    }

    /** The newest step of a run, with this example shown, these scores, and the numbers of these neurons of each layer, if there are any. */
    public static FrameSummary of(Run run, int example, Scores scores, List<List<Integer>> neurons) {
        List<Layer> layers = new ArrayList<>();
        for (int l = 0; l < run.network().layers().size() - 1; l++) {
            layers.add(new Layer(
                    Measure.of(run.weights(l)), Measure.of(run.weightGradients(l)), Measure.of(run.weightUpdates(l))));
        }
        return new FrameSummary(
                run.step(),
                run.epoch(),
                run.cost(),
                run.penalty(),
                scores,
                example,
                run.batch().clone(),
                Frame.pass(run, example),
                layers,
                neurons.isEmpty() ? Optional.empty() : Optional.of(Excerpt.of(run, neurons)));
    }
}
