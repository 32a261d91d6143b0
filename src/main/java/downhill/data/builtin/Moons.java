package downhill.data.builtin;

import downhill.data.DataSetInfo;
import downhill.math.Rng;

/** Two half circles, each reaching into the hollow of the other. */
public record Moons(DataSetInfo info) implements Cloud {
    private static final double RADIUS = 3.3;

    public Moons() {
        this(Cloud.describe(
                "moons", "Two moons", "Two half circles that interlock. The border between them is curved.", 0.3));
    }

    @Override
    public void place(int label, double along, Rng rng, double[] xy) {
        double angle = StrictMath.PI * along;
        double side = label == 0 ? 1 : -1;
        xy[0] = side * RADIUS * (StrictMath.cos(angle) - 0.5);
        xy[1] = side * RADIUS * (StrictMath.sin(angle) - 0.25);
    }
}
