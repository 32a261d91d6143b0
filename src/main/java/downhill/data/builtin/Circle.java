package downhill.data.builtin;

import downhill.data.DataSetInfo;
import downhill.math.Rng;

/** A disc of one class inside a ring of the other. */
public record Circle(DataSetInfo info) implements Cloud {
    public Circle() {
        this(Cloud.describe("circle", "Circle", "A disc inside a ring. No straight line separates them.", 0.2));
    }

    @Override
    public void place(int label, double along, Rng rng, double[] xy) {
        double inner = label == 1 ? 0 : 3.5;
        double outer = label == 1 ? 2.5 : 5.25;
        // The square root spreads points evenly over the area, not over the radius.
        double radius = StrictMath.sqrt(rng.uniform(inner * inner, outer * outer));
        double angle = 2 * StrictMath.PI * along;
        xy[0] = radius * StrictMath.cos(angle);
        xy[1] = radius * StrictMath.sin(angle);
    }
}
