package downhill.data.builtin;

import downhill.data.DataSetInfo;
import downhill.math.Rng;
import java.util.List;

/** Four round heaps of four classes, one in each quarter of the plane. */
public record FourHeaps(DataSetInfo info) implements Cloud {
    private static final double CENTRE = 2.6;
    private static final double SPREAD = 0.8;

    public FourHeaps() {
        this(Cloud.describeMany(
                "four-heaps",
                "Four heaps",
                "Four round heaps, each of its own class. Straight lines part them, so no hidden layer is needed.",
                0.3,
                List.of("A", "B", "C", "D")));
    }

    /** Goes round the plane from the upper right quarter, against the clock. */
    @Override
    public void place(int label, double along, Rng rng, double[] xy) {
        xy[0] = (label == 0 || label == 3 ? CENTRE : -CENTRE) + SPREAD * rng.nextGaussian();
        xy[1] = (label < 2 ? CENTRE : -CENTRE) + SPREAD * rng.nextGaussian();
    }
}
