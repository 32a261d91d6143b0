package downhill.data.builtin;

import downhill.data.DataSetInfo;
import downhill.math.Rng;

/** Two arms of one and three quarter turns, wound into each other. */
public record Spiral(DataSetInfo info) implements Cloud {
    private static final double TURNS = 1.75;

    public Spiral() {
        this(Cloud.describe("spiral", "Spiral", "Two arms wound into each other: the hardest of the clouds.", 0.1));
    }

    @Override
    public void place(int label, double along, Rng rng, double[] xy) {
        double radius = 0.4 + 5 * along;
        double angle = 2 * StrictMath.PI * TURNS * along + StrictMath.PI * label;
        xy[0] = radius * StrictMath.sin(angle);
        xy[1] = radius * StrictMath.cos(angle);
    }
}
