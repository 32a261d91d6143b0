package downhill.data.builtin;

import downhill.data.DataSetInfo;
import downhill.math.Rng;

/** Four squares around the origin; the class is whether the signs of x and y differ. */
public record ExclusiveOrCloud(DataSetInfo info) implements Cloud {
    public ExclusiveOrCloud() {
        this(Cloud.describe(
                "exclusive-or-cloud",
                "Four squares",
                "XOR with many points: opposite squares have the same colour.",
                0.1));
    }

    @Override
    public void place(int label, double along, Rng rng, double[] xy) {
        double x = rng.uniform(0.5, 5.5);
        double y = rng.uniform(0.5, 5.5);
        boolean right = along < 0.5;
        boolean above = right == (label == 0);
        xy[0] = right ? x : -x;
        xy[1] = above ? y : -y;
    }
}
