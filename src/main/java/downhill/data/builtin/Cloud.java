package downhill.data.builtin;

import downhill.data.DataSetInfo;
import downhill.data.Features;
import downhill.math.Rng;
import java.util.List;

/** A set of points in the plane, as many of each class, that noise shifts about; none leaves the set's domain. */
public interface Cloud extends BuiltInSet {
    /** The domain of all clouds; the same as in other playgrounds, so that learning rates carry over. */
    DataSetInfo.Domain DOMAIN = new DataSetInfo.Domain(-6, 6);

    /**
     * Writes a point without noise into xy.
     *
     * @param label the class, from 0
     * @param along 0 to 1, spread evenly over the points of a class, for shapes that are drawn along a line
     * @param xy what receives the point
     */
    void place(int label, double along, Rng rng, double[] xy);

    static DataSetInfo describe(String name, String title, String description, double noise) {
        return describe(name, title, description, noise, DataSetInfo.Kind.TWO_CLASSES, List.of("orange", "blue"));
    }

    /** The description of a set of more than two classes, each with an output of its own. */
    static DataSetInfo describeMany(String name, String title, String description, double noise, List<String> classes) {
        return describe(name, title, description, noise, DataSetInfo.Kind.ONE_OF_MANY, classes);
    }

    private static DataSetInfo describe(
            String name, String title, String description, double noise, DataSetInfo.Kind kind, List<String> classes) {
        return new DataSetInfo(
                name,
                title,
                description,
                kind,
                2,
                DOMAIN,
                true,
                new DataSetInfo.Count(200, classes.size(), 5_000),
                new DataSetInfo.Amount(noise, 0, 2),
                new DataSetInfo.Amount(0.2, 0, 0.9),
                Features.labels(Features.STANDARD),
                classes);
    }

    @Override
    default Examples draw(int count, double noise, Rng rng) {
        int classes = info().outputNames().size();
        boolean coded = info().kind() == DataSetInfo.Kind.TWO_CLASSES;
        Examples examples = Examples.room(count, 2, coded ? 1 : classes);
        int[][] places = new int[classes][];
        for (int label = 0; label < classes; label++) {
            places[label] = rng.permutation((count + classes - 1 - label) / classes);
        }
        double[] xy = new double[2];
        for (int e = 0; e < count; e++) {
            int label = e % classes;
            double along = (places[label][e / classes] + rng.nextDouble()) / places[label].length;
            do {
                place(label, along, rng, xy);
                xy[0] += noise * rng.nextGaussian();
                xy[1] += noise * rng.nextGaussian();
            } while (outside(xy[0]) || outside(xy[1]));
            examples.inputs()[2 * e] = xy[0];
            examples.inputs()[2 * e + 1] = xy[1];
            examples.targets()[coded ? e : e * classes + label] = coded ? label : 1;
        }
        return examples;
    }

    private static boolean outside(double coordinate) {
        return coordinate < DOMAIN.low() || coordinate > DOMAIN.high();
    }
}
