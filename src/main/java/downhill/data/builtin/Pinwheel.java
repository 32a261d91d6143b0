package downhill.data.builtin;

import downhill.data.DataSetInfo;
import downhill.math.Rng;
import java.util.List;

/** Three arms of three classes, bent round the middle like the sails of a pinwheel. */
public record Pinwheel(DataSetInfo info) implements Cloud {
    private static final int ARMS = 3;
    private static final double TURNS = 0.7;

    public Pinwheel() {
        this(Cloud.describeMany(
                "pinwheel",
                "Pinwheel",
                "Three bent arms, each of its own class. No straight line parts one arm from the others.",
                0.15,
                List.of("A", "B", "C")));
    }

    @Override
    public void place(int label, double along, Rng rng, double[] xy) {
        double radius = 0.5 + 4.7 * along;
        double angle = 2 * StrictMath.PI * (TURNS * along + (double) label / ARMS);
        xy[0] = radius * StrictMath.sin(angle);
        xy[1] = radius * StrictMath.cos(angle);
    }
}
