package downhill.data.builtin;

import downhill.data.DataSetInfo;
import downhill.math.Rng;

/** Two round heaps side by side, which one straight line parts, all but a few points. */
public record Gaussians(DataSetInfo info) implements Cloud {
    public Gaussians() {
        this(Cloud.describe(
                "gaussians",
                "Two heaps",
                "Two round heaps. One straight line separates them, so one neuron is enough.",
                0.5));
    }

    @Override
    public void place(int label, double along, Rng rng, double[] xy) {
        double centre = label == 1 ? 2.2 : -2.2;
        xy[0] = centre + 0.9 * rng.nextGaussian();
        xy[1] = centre + 0.9 * rng.nextGaussian();
    }
}
