package downhill.data.builtin;

import downhill.data.DataSetInfo;
import downhill.data.Features;
import downhill.math.Rng;
import java.util.List;

/** A set of points in the plane, half of each class, that noise shifts about; none leaves the set's domain. */
public interface Cloud extends BuiltInSet {
    /** The domain of all clouds; the same as in other playgrounds, so that learning rates carry over. */
    DataSetInfo.Domain DOMAIN = new DataSetInfo.Domain(-6, 6);

    /**
     * Writes a point without noise into xy.
     *
     * @param label 0 or 1
     * @param along 0 to 1, spread evenly over the points of a class, for shapes that are drawn along a line
     * @param xy what receives the point
     */
    void place(int label, double along, Rng rng, double[] xy);

    static DataSetInfo describe(String name, String title, String description, double noise) {
        return new DataSetInfo(
                name,
                title,
                description,
                DataSetInfo.Kind.TWO_CLASSES,
                2,
                DOMAIN,
                true,
                new DataSetInfo.Count(200, 2, 5_000),
                new DataSetInfo.Amount(noise, 0, 2),
                new DataSetInfo.Amount(0.2, 0, 0.9),
                Features.labels(Features.STANDARD),
                List.of("orange", "blue"));
    }

    @Override
    default Examples draw(int count, double noise, Rng rng) {
        Examples examples = Examples.room(count, 2, 1);
        int[][] places = {rng.permutation((count + 1) / 2), rng.permutation(count / 2)};
        double[] xy = new double[2];
        for (int e = 0; e < count; e++) {
            int label = e % 2;
            double along = (places[label][e / 2] + rng.nextDouble()) / places[label].length;
            do {
                place(label, along, rng, xy);
                xy[0] += noise * rng.nextGaussian();
                xy[1] += noise * rng.nextGaussian();
            } while (outside(xy[0]) || outside(xy[1]));
            examples.inputs()[2 * e] = xy[0];
            examples.inputs()[2 * e + 1] = xy[1];
            examples.targets()[e] = label;
        }
        return examples;
    }

    private static boolean outside(double coordinate) {
        return coordinate < DOMAIN.low() || coordinate > DOMAIN.high();
    }
}
